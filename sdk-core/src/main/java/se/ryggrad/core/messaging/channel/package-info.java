/** Calls the channels that others run. */
@NullMarked
package se.ryggrad.core.messaging.channel;

import org.jspecify.annotations.NullMarked;
