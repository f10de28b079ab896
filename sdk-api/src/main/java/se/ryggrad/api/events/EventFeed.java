package se.ryggrad.api.events;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.identity.Caller;

/** Offers the feed of events to systems with the scope {@code events:read}. */
public interface EventFeed {

    /**
     * Reads on from a position.
     *
     * @param after the position of an earlier answer, exclusive; from the start when absent
     * @param limit how many at the most, from 1
     * @throws se.ryggrad.api.RyggradException {@code forbidden} without the scope, {@code malformed} for a
     *     position that this feed never gave
     */
    Slice read(Caller caller, Optional<String> after, int limit);

    /**
     * Is a stretch of the feed.
     *
     * @param items the events, in an order that never changes
     * @param next the opaque position to go on from
     */
    record Slice(List<FeedEvent> items, String next) {

        /** Copies the items. */
        public Slice {
            items = List.copyOf(items);
        }
    }
}
