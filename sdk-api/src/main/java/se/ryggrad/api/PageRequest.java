package se.ryggrad.api;

/**
 * Asks for one page of a list (DIGG FNS.07 to FNS.09).
 *
 * @param number the page, from 1
 * @param limit items a page, 1 to 100
 * @param count whether the total is asked for
 */
public record PageRequest(int number, int limit, boolean count) {

    /** The limit when none is given. */
    public static final int DEFAULT_LIMIT = 20;

    /** The highest limit. */
    public static final int MAXIMUM_LIMIT = 100;

    /** Rejects numbers outside their bounds. */
    public PageRequest {
        if (number < 1 || limit < 1 || limit > MAXIMUM_LIMIT) {
            throw new IllegalArgumentException("page from 1, limit 1 to " + MAXIMUM_LIMIT);
        }
    }

    /** Returns how many items come before this page. */
    public long offset() {
        return (number - 1L) * limit;
    }
}
