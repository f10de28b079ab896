package se.ryggrad.core.messaging.delivery;

import java.util.Objects;
import se.ryggrad.api.messaging.channel.Handover;
import se.ryggrad.api.messaging.channel.Silence;
import se.ryggrad.api.messaging.model.Reason;

/** Tells how a round of a question and a delivery went. */
public sealed interface RoundResult {

    /** The recipient does not want notices this way: the channel was not called (MSG-035). */
    record Unwanted() implements RoundResult {}

    /**
     * The channel does not reach the recipient.
     *
     * @param reason why
     */
    record Unreached(Reason reason) implements RoundResult {

        /** Rejects an absent reason. */
        public Unreached {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The channel did not answer whether it reaches the recipient, or this system does not have it just now.
     *
     * @param silence how it did not
     */
    record Unanswered(Silence silence) implements RoundResult {

        /** Rejects an absent silence. */
        public Unanswered {
            Objects.requireNonNull(silence, "silence");
        }
    }

    /**
     * The channel was given the message.
     *
     * @param answer what it answered, or how it did not
     */
    record Given(Handover answer) implements RoundResult {

        /** Rejects an absent answer. */
        public Given {
            Objects.requireNonNull(answer, "answer");
        }
    }
}
