/** Tests of the receivers of webhooks that the suite plays. */
@NullMarked
package se.ryggrad.conformance.receiver;

import org.jspecify.annotations.NullMarked;
