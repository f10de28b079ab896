package se.ryggrad.conformance.twin.messaging.delivery;

import java.time.Duration;

/**
 * What a channel has answered.
 *
 * @param kind what it means
 * @param reason why it does not deliver, or empty
 * @param pause how long it asks to be left alone
 */
record Reply(Kind kind, String reason, Duration pause) {

    /** What an answer means. */
    enum Kind {
        REACHED,
        DELIVERED,
        ACCEPTED,
        UNREACHABLE,
        FAILED,
        AGAIN
    }

    static Reply of(Kind kind) {
        return new Reply(kind, "", Duration.ZERO);
    }

    static Reply of(Kind kind, String reason) {
        return new Reply(kind, reason, Duration.ZERO);
    }

    static Reply again(Duration pause) {
        return new Reply(Kind.AGAIN, "", pause);
    }
}
