package se.ryggrad.api.events;

import java.util.Objects;
import java.util.UUID;

/**
 * Names a subscription.
 *
 * @param value a random UUID
 */
public record SubscriptionId(UUID value) {

    /** Rejects an absent value. */
    public SubscriptionId {
        Objects.requireNonNull(value, "value");
    }
}
