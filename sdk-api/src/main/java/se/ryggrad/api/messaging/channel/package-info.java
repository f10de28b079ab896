/** What a channel that delivers messages is asked, and what it answers. */
@NullMarked
package se.ryggrad.api.messaging.channel;

import org.jspecify.annotations.NullMarked;
