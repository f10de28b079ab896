package se.ryggrad.api.minasidor;

import java.time.Duration;

/**
 * Is what a portal promises of its overview (MINA-012).
 *
 * @param deadline how long sources have to answer, at most 5 seconds
 * @param staleFor how old an answer may be that is shown when a source is silent, at most 24 hours
 * @param itemsPerSource how many items a source is asked for, 20 to 100
 * @param answerBytes the most octets of an answer, at least 1 MiB and at most 16
 */
public record OverviewTerms(Duration deadline, Duration staleFor, int itemsPerSource, int answerBytes) {

    private static final Duration LONGEST_DEADLINE = Duration.ofSeconds(5);
    private static final Duration LONGEST_STALE = Duration.ofHours(24);
    private static final int LEAST_BYTES = 1 << 20;
    private static final int MOST_BYTES = 1 << 24;

    /** Two seconds, an hour, 100 items, 1 MiB. */
    public static final OverviewTerms DEFAULT =
            new OverviewTerms(Duration.ofSeconds(2), Duration.ofHours(1), 100, LEAST_BYTES);

    /** Rejects what no portal may promise. */
    public OverviewTerms {
        if (deadline.isNegative() || deadline.isZero() || deadline.compareTo(LONGEST_DEADLINE) > 0) {
            throw new IllegalArgumentException("the deadline is more than nothing and at most " + LONGEST_DEADLINE);
        }
        if (staleFor.isNegative() || staleFor.compareTo(LONGEST_STALE) > 0) {
            throw new IllegalArgumentException("an earlier answer is shown for at most " + LONGEST_STALE);
        }
        if (itemsPerSource < 20 || itemsPerSource > 100) {
            throw new IllegalArgumentException("a source is asked for 20 to 100 items");
        }
        if (answerBytes < LEAST_BYTES || answerBytes > MOST_BYTES) {
            throw new IllegalArgumentException("an answer may have 1 to 16 MiB");
        }
    }
}
