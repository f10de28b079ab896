package se.ryggrad.api.minasidor.index;

import java.util.Objects;
import java.util.UUID;

/**
 * Is the latest version that the index has of an item (MINA-056).
 *
 * @param item the id of the item
 * @param version the version
 * @param removed whether it was removed or has expired
 */
public record IndexedVersion(UUID item, long version, boolean removed) {

    /** Rejects an absent id. */
    public IndexedVersion {
        Objects.requireNonNull(item, "item");
    }
}
