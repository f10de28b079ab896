package se.ryggrad.api.minasidor.index;

import java.time.Duration;

/**
 * Is what a portal promises of its index (MINA-034).
 *
 * @param freshFor for how long the latest word of a source makes it {@code ok}, from a minute to an hour
 * @param maximumLifetime how far ahead an item may end, from 30 to 400 days
 * @param itemsPerOwner how many items of one source somebody may have, from 100 to 10 000
 * @param removedFor how long the version of what has ended is kept, at least 7 days
 */
public record IndexTerms(Duration freshFor, Duration maximumLifetime, int itemsPerOwner, Duration removedFor) {

    private static final int FEWEST_ITEMS = 100;
    private static final int MOST_ITEMS = 10_000;

    /** 15 minutes, 400 days, 1 000 items, 30 days. */
    public static final IndexTerms DEFAULT =
            new IndexTerms(Duration.ofMinutes(15), Duration.ofDays(400), 1_000, Duration.ofDays(30));

    /** Rejects what no portal may promise. */
    public IndexTerms {
        if (!within(freshFor, Duration.ofMinutes(1), Duration.ofHours(1))) {
            throw new IllegalArgumentException("a source is fresh for a minute to an hour");
        }
        if (!within(maximumLifetime, Duration.ofDays(30), Duration.ofDays(400))) {
            throw new IllegalArgumentException("an item may end 30 to 400 days ahead");
        }
        if (itemsPerOwner < FEWEST_ITEMS || itemsPerOwner > MOST_ITEMS) {
            throw new IllegalArgumentException("somebody may have 100 to 10 000 items of a source");
        }
        if (removedFor.compareTo(Duration.ofDays(7)) < 0) {
            throw new IllegalArgumentException("the version of what has ended is kept for 7 days or longer");
        }
    }

    private static boolean within(Duration length, Duration least, Duration most) {
        return length.compareTo(least) >= 0 && length.compareTo(most) <= 0;
    }
}
