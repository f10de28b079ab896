package se.ryggrad.api.cases.model;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Refers to the letter by which a party was told something (MSG-039, MSG-042).
 *
 * @param message the id of the message that it is
 * @param undeliveredOn the day on which it turned out that it cannot be delivered; absent as long as nobody knows that
 */
public record SentLetter(UUID message, Optional<LocalDate> undeliveredOn) {

    /** Rejects absent parts. */
    public SentLetter {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(undeliveredOn, "undeliveredOn");
    }

    /** Returns a letter that is on its way. */
    public static SentLetter of(UUID message) {
        return new SentLetter(message, Optional.empty());
    }

    /** Returns the same letter, come back on {@code day}. */
    public SentLetter undelivered(LocalDate day) {
        return new SentLetter(message, Optional.of(day));
    }
}
