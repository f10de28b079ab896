package se.ryggrad.api.minasidor;

import java.util.List;
import java.util.Objects;
import se.ryggrad.api.Page;

/**
 * Is one page of a person's overview, and what became of each source.
 *
 * @param page the items, in the order of MINA-016
 * @param sources every source that was to be asked, by id (MINA-013)
 */
public record Overview(Page<GatheredItem> page, List<AskedSource> sources) {

    /** Copies the sources. */
    public Overview {
        Objects.requireNonNull(page, "page");
        sources = List.copyOf(sources);
    }

    /** Returns whether nothing is missing (MINA-017). */
    public boolean complete() {
        return sources.stream().allMatch(source -> source.state() == SourceState.OK && !source.more());
    }
}
