package se.ryggrad.api.messaging.model;

import java.util.Objects;
import java.util.UUID;

/**
 * Names a message, and the letter that it becomes in an inbox.
 *
 * @param value a random UUID
 */
public record MessageId(UUID value) {

    /** Rejects an absent value. */
    public MessageId {
        Objects.requireNonNull(value, "value");
    }

    /** Creates a new id. */
    public static MessageId random() {
        return new MessageId(UUID.randomUUID());
    }
}
