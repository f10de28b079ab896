package se.ryggrad.api.messaging;

import se.ryggrad.api.Problem;
import se.ryggrad.api.messaging.model.Message;

/** Tells what became of one message of many (MSG-037). */
public sealed interface Sent {

    /**
     * Was taken.
     *
     * @param message the message
     */
    record Taken(Message message) implements Sent {}

    /**
     * Was refused, as it would have been alone.
     *
     * @param problem why; pointers are those within its message
     */
    record Refused(Problem problem) implements Sent {}
}
