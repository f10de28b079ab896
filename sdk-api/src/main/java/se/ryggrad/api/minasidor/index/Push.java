package se.ryggrad.api.minasidor.index;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Is one change of an item that a source pushes.
 *
 * @param version rises at each change of the item, from 1
 * @param item the item as it is then; absent when it is removed
 */
public record Push(long version, Optional<PushedItem> item) {

    /** Rejects a version below 1. */
    public Push {
        Objects.requireNonNull(item, "item");
        if (version < 1) {
            throw new IllegalArgumentException("a version is 1 or higher");
        }
    }

    /** Returns whether there is nothing to show of it by {@code now}: a removal, or an item that has expired. */
    public boolean ended(Instant now) {
        return item.filter(given -> !given.ended(now)).isEmpty();
    }

    /** Returns what becomes of {@code next} where this is the latest that the index has (MINA-040, MINA-042 to MINA-044). */
    public Intake follows(Push next, Instant now) {
        if (next.version != version) {
            return next.version > version ? Intake.DONE : Intake.OUTDATED;
        }
        boolean same = ended(now) ? next.ended(now) : item.equals(next.item);
        return same ? Intake.AGAIN : Intake.OUTDATED;
    }
}
