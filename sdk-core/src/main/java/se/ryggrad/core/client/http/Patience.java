package se.ryggrad.core.client.http;

import java.time.Duration;

/**
 * Says how long a call may take, and how often it is tried.
 *
 * <p>Tried again is what changes nothing the second time: a reading, and a write under its idempotency key. Only an answer of 500
 * or above, or none, makes a call be tried again.
 *
 * @param deadline how long a call may take with all its tries, to the last octet of the answer
 * @param tries how often it is tried at the most
 * @param pause how long the first pause is; each is twice the one before, of which half at random, and never shorter than {@code
 *     Retry-After}
 */
public record Patience(Duration deadline, int tries, Duration pause) {

    /** Thirty seconds, four tries, a fifth of a second. */
    public static final Patience DEFAULT = new Patience(Duration.ofSeconds(30), 4, Duration.ofMillis(200));

    /** Rejects a call that could never be made, and pauses that are none. */
    public Patience {
        if (deadline.isNegative() || deadline.isZero() || tries < 1 || pause.isNegative() || pause.isZero()) {
            throw new IllegalArgumentException("a deadline, a pause and at least one try");
        }
    }
}
