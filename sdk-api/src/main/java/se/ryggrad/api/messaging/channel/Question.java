package se.ryggrad.api.messaging.channel;

import java.util.Objects;
import se.ryggrad.api.messaging.model.MessageKind;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Asks whether a channel reaches somebody.
 *
 * @param principal whose system asks
 * @param recipient about whom
 * @param kind for what
 * @param traceparent the W3C trace context, to pass on
 */
public record Question(PrincipalId principal, Recipient recipient, MessageKind kind, String traceparent) {

    /** Rejects absent parts. */
    public Question {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(traceparent, "traceparent");
    }
}
