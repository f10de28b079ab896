/** The feed of events across cases: ordered, replayable, without personal data; and the subscriptions by which it is sent. */
@NullMarked
package se.ryggrad.api.events;

import org.jspecify.annotations.NullMarked;
