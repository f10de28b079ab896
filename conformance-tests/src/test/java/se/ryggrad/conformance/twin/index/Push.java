package se.ryggrad.conformance.twin.index;

import java.time.Instant;
import java.util.Optional;

/**
 * What a source says of an item.
 *
 * @param version the source's own count
 * @param item the item; empty where it is removed
 */
record Push(long version, Optional<Pushed> item) {

    /** Returns whether it leaves something to show. */
    boolean isThere(Instant now) {
        return item.filter(i -> !i.hasEnded(now)).isPresent();
    }
}
