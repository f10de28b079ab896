package se.ryggrad.core.minasidor.portal;

import java.time.Instant;
import java.util.List;
import se.ryggrad.api.minasidor.GatheredItem;

/**
 * Is an answer of a source that may be shown to whom it was given.
 *
 * @param items what it holds, each id once
 * @param more whether the source has told that it has more
 * @param at when it came
 * @param octets how large it was
 */
record SourceAnswer(List<GatheredItem> items, boolean more, Instant at, int octets) {

    /** Copies the items. */
    SourceAnswer {
        items = List.copyOf(items);
    }
}
