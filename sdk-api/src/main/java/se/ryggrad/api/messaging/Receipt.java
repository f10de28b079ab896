package se.ryggrad.api.messaging;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import se.ryggrad.api.messaging.model.Reason;

/**
 * Is what became of a delivery, told by the channel, perhaps before it has answered (MSG-024).
 *
 * @param failure why it was not delivered; absent when it was
 * @param at when that was
 */
public record Receipt(Optional<Reason> failure, Instant at) {

    /** Rejects absent parts. */
    public Receipt {
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(at, "at");
    }
}
