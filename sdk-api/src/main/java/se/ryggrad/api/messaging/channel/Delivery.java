package se.ryggrad.api.messaging.channel;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.messaging.model.Content;
import se.ryggrad.api.messaging.model.DeliveryId;
import se.ryggrad.api.messaging.model.MessageKind;
import se.ryggrad.api.organisation.Principal;

/**
 * Is what a channel is given, with the same content at every try (MSG-017, MSG-018).
 *
 * @param id what it knows the message as
 * @param sender whose message
 * @param recipient to whom
 * @param expiresAt when it is of no use any more
 * @param matter what it says
 * @param traceparent the W3C trace context, to pass on
 */
public record Delivery(
        DeliveryId id, Principal sender, Recipient recipient, Instant expiresAt, Matter matter, String traceparent) {

    /** Rejects absent parts. */
    public Delivery {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(matter, "matter");
        Objects.requireNonNull(traceparent, "traceparent");
    }

    /** Returns what kind it is. */
    public MessageKind kind() {
        return matter instanceof Matter.OfLetter ? MessageKind.LETTER : MessageKind.NOTICE;
    }

    /** Is what a message says. */
    public sealed interface Matter {

        /**
         * Is a letter, character by character.
         *
         * @param content what it says
         */
        record OfLetter(Content content) implements Matter {

            /** Rejects an absent content. */
            public OfLetter {
                Objects.requireNonNull(content, "content");
            }
        }

        /**
         * Is a notice, the same for everybody (MSG-036).
         *
         * @param text the words
         * @param link where there is something to read
         */
        record OfNotice(LocalizedText text, URI link) implements Matter {

            /** Rejects absent parts. */
            public OfNotice {
                Objects.requireNonNull(text, "text");
                Objects.requireNonNull(link, "link");
            }
        }
    }
}
