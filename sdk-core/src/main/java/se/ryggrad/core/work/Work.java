package se.ryggrad.core.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Is what a {@link Courier} works off: it lies in a store that gives each part of it to one node at a time. Thread-safe. */
public interface Work {

    /** Returns what it is called in a log, in the plural. */
    String name();

    /**
     * Begins rounds of what is due; nobody else does them before {@code lease} has ended.
     *
     * @param limit how many at the most, or a few more where some belong together
     */
    List<Round> begin(int limit, Duration lease);

    /** Returns when there is something to begin, in the past where there is already; nothing when nothing waits. */
    Optional<Instant> nextDue();

    /** Is a round that was begun. */
    interface Round {

        /** Returns what it is called in a log: an id that says nothing of anybody. */
        String name();

        /** Does it, and keeps what came of it. */
        void finish();
    }
}
