package se.ryggrad.api.messaging.channel;

import java.util.Objects;
import se.ryggrad.api.messaging.model.Reason;

/** Tells what a channel answered when it was given a message (MSG-019). */
public sealed interface Handover permits Handover.Delivered, Handover.Accepted, Handover.Refused, Silence {

    /** It has delivered it (200). */
    record Delivered() implements Handover {}

    /** It has taken it and delivers it later (202). */
    record Accepted() implements Handover {}

    /**
     * It does not deliver it (400 to 499, but 408 and 429).
     *
     * @param reason why; {@link Reason#REJECTED} where the channel gave none that is known
     */
    record Refused(Reason reason) implements Handover {

        /** Rejects an absent reason. */
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
