package se.ryggrad.core.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Is what a {@link Courier} works off: it lies in a store that gives each part of it to one node at a time. It has one lane or
 * more: what waits in one, since whoever is called there is silent, keeps nothing of another waiting. Thread-safe.
 */
public interface Work {

    /** Returns what it is called in a log, in the plural. */
    String name();

    /**
     * Begins rounds of what is due and there are places for; nobody else does them before {@code lease} has ended.
     *
     * @return what was begun: a few more than there are places for where some belong together
     */
    List<Round> begin(Places places, Duration lease);

    /**
     * Returns when there is something to begin in a lane with a place left, in the past where there is already; nothing when
     * nothing waits there.
     */
    Optional<Instant> nextDue(Places places);

    /** Is a round that was begun. */
    interface Round {

        /** Returns the lane that it takes a place of. */
        String lane();

        /** Does it, and keeps what came of it. */
        void finish();
    }
}
