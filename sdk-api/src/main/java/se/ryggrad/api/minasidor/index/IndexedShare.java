package se.ryggrad.api.minasidor.index;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Is what the index holds for one owner, and how far each source has pushed.
 *
 * @param items the items that have not ended, in the order of an overview
 * @param asOf up to when each source that has said so has pushed (MINA-051)
 */
public record IndexedShare(List<Indexed> items, Map<String, Instant> asOf) {

    /** Copies the collections. */
    public IndexedShare {
        items = List.copyOf(items);
        asOf = Map.copyOf(asOf);
    }

    /**
     * Is an item that is held.
     *
     * @param source its source
     * @param id its id
     * @param item the item
     */
    public record Indexed(String source, UUID id, PushedItem item) {

        /** Rejects absent parts. */
        public Indexed {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(item, "item");
        }
    }
}
