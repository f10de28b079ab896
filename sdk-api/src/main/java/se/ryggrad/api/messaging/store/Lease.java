package se.ryggrad.api.messaging.store;

import java.time.Instant;
import java.util.Objects;
import se.ryggrad.api.messaging.model.MessageId;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Lets one node work on a message until it ends; a later one of the same message takes its place.
 *
 * @param principal whose message
 * @param message which
 * @param number tells it from every other lease of the message, higher than those before
 * @param until when it ends
 */
public record Lease(PrincipalId principal, MessageId message, long number, Instant until) {

    /** Rejects absent parts. */
    public Lease {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(until, "until");
    }
}
