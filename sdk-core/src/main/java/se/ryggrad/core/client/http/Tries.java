package se.ryggrad.core.client.http;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Counts the tries of one call, and pauses between them. Used by one thread. */
final class Tries {

    private final Patience patience;
    private final long begun = System.nanoTime();
    private int made;

    Tries(Patience patience) {
        this.patience = patience;
    }

    /** Returns what is left of the deadline. */
    Duration left() {
        Duration left = patience.deadline().minusNanos(System.nanoTime() - begun);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Pauses before another try, and returns whether there is one, after no answer came. */
    boolean again() {
        return pause(Duration.ZERO);
    }

    /** Pauses before another try, and returns whether there is one, after {@code reply}. */
    boolean again(Reply reply) {
        return reply.transientFailure() && pause(reply.retryAfter().orElse(Duration.ZERO));
    }

    private boolean pause(Duration atLeast) {
        made++;
        Duration pause = drawn();
        Duration longer = pause.compareTo(atLeast) < 0 ? atLeast : pause;
        if (made >= patience.tries()
                || longer.compareTo(left()) >= 0
                || Thread.currentThread().isInterrupted()) {
            return false;
        }
        try {
            Thread.sleep(longer.toMillis());
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns the pause of this try, of which half is drawn, so that those who were refused together do not come back together. */
    private Duration drawn() {
        long whole = patience.pause().toMillis() << Math.min(made - 1, 10);
        return Duration.ofMillis(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
    }
}
