package se.ryggrad.core.messaging.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.store.Lease;
import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.core.cases.turn.Moment;

/**
 * Keeps the results of rounds, and does not give up at the first silence of the store, for a channel whose answer is lost is
 * called once more. Thread-safe.
 */
final class Settling {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final MessageStore store;
    private final Clock clock;

    Settling(MessageStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Keeps a result; tries again as long as the lease lasts, and throws what the store threw last after that. */
    void keep(Lease lease, UnaryOperator<Message> result) {
        boolean kept = false;
        while (!kept) {
            try {
                store.settle(lease, result);
                kept = true;
            } catch (RuntimeException silent) {
                boolean lasts = Moment.of(clock).now().plus(PAUSE).isBefore(lease.until());
                if (!lasts || !paused()) {
                    throw silent;
                }
            }
        }
    }

    /** Returns whether the pause was not cut short. */
    private static boolean paused() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
