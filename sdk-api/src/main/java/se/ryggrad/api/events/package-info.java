/** The feed of events across cases: ordered, replayable, without personal data. */
@NullMarked
package se.ryggrad.api.events;

import org.jspecify.annotations.NullMarked;
