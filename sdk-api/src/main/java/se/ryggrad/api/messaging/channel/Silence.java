package se.ryggrad.api.messaging.channel;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Is no answer, or none that counts: 408, 429, 500 or more, a redirect, something else than the schema (MSG-020).
 *
 * @param retryAfter how long the channel asked to be left in peace ({@code Retry-After}), an hour at most; absent where it did
 *     not
 */
public record Silence(Optional<Duration> retryAfter) implements Reach, Handover {

    /** Without a word about when to come back. */
    public static final Silence WHOLE = new Silence(Optional.empty());

    /** Rejects an absent part. */
    public Silence {
        Objects.requireNonNull(retryAfter, "retryAfter");
    }
}
