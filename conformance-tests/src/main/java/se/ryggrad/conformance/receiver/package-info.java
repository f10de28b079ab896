/** The receivers of webhooks that the suite plays, and the judge of how what they get is signed. */
@NullMarked
package se.ryggrad.conformance.receiver;

import org.jspecify.annotations.NullMarked;
