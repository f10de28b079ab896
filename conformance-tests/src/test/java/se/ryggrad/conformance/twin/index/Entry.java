package se.ryggrad.conformance.twin.index;

import java.time.Instant;
import java.util.Optional;
import se.ryggrad.conformance.twin.protection.Identity;

/**
 * What the index has of an item.
 *
 * @param version the latest version
 * @param item the item, until it is erased
 * @param ends when it ends, or ended
 */
record Entry(long version, Optional<Pushed> item, Instant ends) {

    /** Returns what a push leaves behind. */
    static Entry of(Push push, Instant now) {
        return new Entry(
                push.version(),
                push.item(),
                push.isThere(now) ? push.item().orElseThrow().expiresAt() : now);
    }

    boolean isThere(Instant now) {
        return item.isPresent() && ends.isAfter(now);
    }

    /** Returns whose it is, as long as that is known. */
    boolean isOf(Identity somebody) {
        return item.filter(i -> i.owner().equals(somebody)).isPresent();
    }

    /** Returns the version alone. */
    Entry bare() {
        return new Entry(version, Optional.empty(), ends);
    }
}
