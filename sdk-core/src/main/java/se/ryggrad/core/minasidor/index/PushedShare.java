package se.ryggrad.core.minasidor.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.minasidor.AskedSource;
import se.ryggrad.api.minasidor.GatheredItem;
import se.ryggrad.api.minasidor.SourceState;
import se.ryggrad.core.minasidor.register.RegisteredSource;

/**
 * Is what the index shows of one source in one overview.
 *
 * @param source the source
 * @param state what has become of the source
 * @param at up to when it has pushed, where it is shown
 * @param items what is shown
 * @param more whether there is more
 */
public record PushedShare(
        RegisteredSource source, SourceState state, Optional<Instant> at, List<GatheredItem> items, boolean more) {

    /** Copies the items. */
    public PushedShare {
        items = List.copyOf(items);
    }

    /** Returns a source that has not been heard of for too long, of which nothing is shown. */
    static PushedShare silent(RegisteredSource source) {
        return new PushedShare(source, SourceState.TIMEOUT, Optional.empty(), List.of(), false);
    }

    /** Tells what has become of the source. */
    public AskedSource told() {
        return new AskedSource(source.id(), source.title(), state, at, items.size(), more);
    }
}
