package se.ryggrad.api.messaging;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import se.ryggrad.api.messaging.model.Reason;

/**
 * Is what a channel tells of a delivery, perhaps before it has answered (MSG-024).
 *
 * @param delivery what the channel knows the message as, in whatever form
 * @param failure why it was not delivered; absent when it was
 * @param at when that was
 */
public record Receipt(String delivery, Optional<Reason> failure, Instant at) {

    /** Rejects absent parts. */
    public Receipt {
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(at, "at");
    }
}
