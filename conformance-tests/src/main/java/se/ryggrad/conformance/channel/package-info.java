/** The operators of channels that the suite plays: a digital mailbox, the post, text messages and e-mail. */
@NullMarked
package se.ryggrad.conformance.channel;

import org.jspecify.annotations.NullMarked;
