package se.ryggrad.api.messaging.model;

import java.util.Locale;

/** Lists how far a message has got (MSG-013); the list is closed. */
public enum MessageState {
    /** No channel was tried yet. */
    QUEUED,
    /** The channel tried last has it, or is being asked. */
    SENDING,
    /** The channel tried last has delivered it. */
    DELIVERED,
    /** The channel tried last did not deliver it, and another remains. */
    FAILED,
    /** No channel remains, or the time of the message has passed. */
    UNDELIVERABLE;

    /** Returns the name in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
