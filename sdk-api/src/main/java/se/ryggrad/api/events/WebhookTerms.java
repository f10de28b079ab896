package se.ryggrad.api.events;

import java.time.Duration;

/**
 * Says what holds for webhooks (EVT-008).
 *
 * @param firstRetry how long a receiver that failed is left in peace, then twice that each time; at most a minute
 * @param giveUpAfter how long nothing may succeed before the subscription is paused; a day at least
 * @param perClient how many subscriptions a client may have, ten at least
 */
public record WebhookTerms(Duration firstRetry, Duration giveUpAfter, int perClient) {

    private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);
    private static final Duration SHORTEST_PATIENCE = Duration.ofDays(1);
    private static final int FEWEST = 10;

    /** Rejects what the standard does not allow. */
    public WebhookTerms {
        if (firstRetry.isNegative() || firstRetry.isZero() || firstRetry.compareTo(LONGEST_RETRY) > 0) {
            throw new IllegalArgumentException("the first retry is within a minute");
        }
        if (giveUpAfter.compareTo(SHORTEST_PATIENCE) < 0) {
            throw new IllegalArgumentException("nobody is given up within a day");
        }
        if (perClient < FEWEST) {
            throw new IllegalArgumentException("a client may have ten subscriptions at least");
        }
    }
}
