package se.ryggrad.api.minasidor.index;

import java.util.Objects;
import java.util.UUID;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Names one item of the index.
 *
 * @param principal whose portal
 * @param source the source that pushes it
 * @param item its id, unique at the source
 */
public record IndexKey(PrincipalId principal, String source, UUID item) {

    /** Rejects absent parts. */
    public IndexKey {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(item, "item");
    }
}
