/** Tests of the operators of channels that the suite plays. */
@NullMarked
package se.ryggrad.conformance.channel;

import org.jspecify.annotations.NullMarked;
