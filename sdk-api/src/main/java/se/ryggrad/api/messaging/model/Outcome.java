package se.ryggrad.api.messaging.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Lists how it can go with one channel (MSG-011); the list is closed. */
public enum Outcome {
    /** It is being asked, or will be again. */
    TRYING,
    /** It has taken the message and delivers it later; its receipt tells how that went. */
    ACCEPTED,
    /** It has delivered the message. */
    DELIVERED,
    /** It does not reach the recipient. */
    UNREACHABLE,
    /** It could not deliver the message. */
    FAILED;

    /** Returns the outcome that {@code code} names, or nothing for an unknown one. */
    public static Optional<Outcome> parse(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst();
    }

    /** Returns whether the channel is done with and the next one's turn has come. */
    public boolean over() {
        return this == UNREACHABLE || this == FAILED;
    }

    /** Returns the name in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
