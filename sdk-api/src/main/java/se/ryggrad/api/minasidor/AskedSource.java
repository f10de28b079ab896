package se.ryggrad.api.minasidor;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import se.ryggrad.api.LocalizedText;

/**
 * Tells what became of one source (MINA-013).
 *
 * @param id the source
 * @param title what people know it as
 * @param state what became of it
 * @param at when the answer came that items are shown of; with {@link SourceState#OK} and {@link SourceState#STALE} alone
 * @param count how many items of it the whole overview has
 * @param more whether it has told that it has more
 */
public record AskedSource(
        String id, LocalizedText title, SourceState state, Optional<Instant> at, int count, boolean more) {

    /** Rejects items or a time of a source that nothing is shown of. */
    public AskedSource {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        boolean shown = state == SourceState.OK || state == SourceState.STALE;
        if (at.isPresent() != shown || (!shown && (count != 0 || more))) {
            throw new IllegalArgumentException("a time and items go with an answer");
        }
    }
}
