package se.ryggrad.api.messaging.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Lists why a channel did not deliver a message; the list is closed. */
public enum Reason {
    /** The recipient does not want messages this way. */
    RESERVED,
    /** The recipient has no mailbox there. */
    NO_MAILBOX,
    /** The address does not exist. */
    INVALID_ADDRESS,
    /** The recipient could not be given it after all. */
    BOUNCED,
    /** The channel does not take the message. */
    REJECTED,
    /** The time to live passed. */
    EXPIRED,
    /** The recipient is dead. */
    DECEASED,
    /** The recipient has left the country. */
    EMIGRATED,
    /** The channel did not answer. */
    CHANNEL_UNAVAILABLE;

    /** Returns the reason that {@code code} names, or nothing for an unknown one. */
    public static Optional<Reason> parse(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }

    /** Returns the name in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
