package se.ryggrad.api.messaging.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import se.ryggrad.api.cases.model.CaseId;

/**
 * Is a letter in an inbox.
 *
 * @param id the id of its message
 * @param content what it says
 * @param receivedAt when it came
 * @param read whether its reader has marked it as read
 * @param ofCase the case that it was sent to a party of, where it was
 */
public record Letter(MessageId id, Content content, Instant receivedAt, boolean read, Optional<CaseId> ofCase) {

    /** Rejects absent parts. */
    public Letter {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(ofCase, "ofCase");
    }

    /** Returns the letter that a message is, while it lies in an inbox. */
    public static Optional<Letter> of(Message message, boolean read) {
        return message.received()
                .flatMap(at -> message.content()
                        .map(content -> new Letter(
                                message.id(), content, at, read, message.to().ofCase())));
    }
}
