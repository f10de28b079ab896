package se.ryggrad.api.idempotency;

import java.util.Objects;
import java.util.UUID;

/**
 * Names one intended write, chosen by the client ({@code Idempotency-Key}).
 *
 * @param value the UUID
 */
public record IdempotencyKey(UUID value) {

    /** Rejects an absent value. */
    public IdempotencyKey {
        Objects.requireNonNull(value, "value");
    }
}
