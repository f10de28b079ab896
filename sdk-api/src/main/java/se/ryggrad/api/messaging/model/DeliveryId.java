package se.ryggrad.api.messaging.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names the giving of one message to one channel, the same however often it is tried (MSG-018).
 *
 * @param value 128 random bits as 32 hexadecimal characters in small letters
 */
public record DeliveryId(String value) {

    private static final Pattern SYNTAX = Pattern.compile("[0-9a-f]{32}");

    /** Rejects another form. */
    public DeliveryId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException("a delivery id has 32 hexadecimal characters");
        }
    }

    /** Returns the id that {@code text} is the form of, or nothing. */
    public static Optional<DeliveryId> parse(String text) {
        return Optional.of(text).filter(form -> SYNTAX.matcher(form).matches()).map(DeliveryId::new);
    }
}
