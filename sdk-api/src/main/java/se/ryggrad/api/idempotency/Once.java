package se.ryggrad.api.idempotency;

import java.util.Objects;
import java.util.function.Function;

/**
 * Asks that a write be done once, and says how its result becomes the answer that is kept.
 *
 * <p>The answer is committed in the same transaction as what it speaks of.
 *
 * @param claim the claim on the key
 * @param render turns the result into its answer; called before the commit, again when
 *     another write came between
 */
public record Once<T>(Claim claim, Function<T, Answer> render) {

    /** Rejects absent parts. */
    public Once {
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(render, "render");
    }
}
