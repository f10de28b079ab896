package se.ryggrad.api.messaging.channel;

import java.util.Objects;
import se.ryggrad.api.messaging.model.Reason;

/** Tells whether a channel reaches somebody. */
public sealed interface Reach permits Reach.Reached, Reach.Unreached, Silence {

    /** It does. */
    record Reached() implements Reach {}

    /**
     * It does not.
     *
     * @param reason why; {@link Reason#REJECTED} where the channel gave none that is known
     */
    record Unreached(Reason reason) implements Reach {

        /** Rejects an absent reason. */
        public Unreached {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
