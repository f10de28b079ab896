package se.ryggrad.core.messaging.delivery;

import java.util.Objects;
import se.ryggrad.api.messaging.channel.Handover;
import se.ryggrad.api.messaging.channel.Silence;
import se.ryggrad.api.messaging.model.Reason;

/** Tells how a round of a question and a delivery went. */
public sealed interface RoundResult {

    /** The channel is not there any more, or the recipient does not want notices: it was not called. */
    record Uncalled(Ground ground) implements RoundResult {

        /** Lists why a channel is not called. */
        public enum Ground {
            /** The system does not have the channel any more. */
            GONE,
            /** The recipient does not want notices this way (MSG-035). */
            UNWANTED
        }

        /** Rejects an absent ground. */
        public Uncalled {
            Objects.requireNonNull(ground, "ground");
        }
    }

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
     * The channel did not answer whether it reaches the recipient.
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
