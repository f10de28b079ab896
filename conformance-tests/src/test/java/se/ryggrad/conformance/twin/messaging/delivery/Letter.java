package se.ryggrad.conformance.twin.messaging.delivery;

import java.time.Instant;

/** A letter in an inbox; guarded by the lock of its world. */
public final class Letter {

    private final Message message;
    private final Instant receivedAt;
    private boolean read;

    Letter(Message message, Instant receivedAt) {
        this.message = message;
        this.receivedAt = receivedAt;
    }

    /** Returns the id, that of the message. */
    public String id() {
        return message.id();
    }

    /** Returns the message that it came with. */
    public Message message() {
        return message;
    }

    /** Returns when it came. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** Returns whether it is marked as read. */
    public boolean isRead() {
        return read;
    }

    /** Marks it. */
    public void mark(boolean now) {
        read = now;
    }
}
