package se.ryggrad.core.work;

import java.util.Map;

/**
 * Tells how many rounds one node may do at the same time, lane by lane.
 *
 * @param each how many there may be in each lane, 1 at least
 * @param taken how many are under way already, in the lanes where there are any
 */
public record Places(int each, Map<String, Integer> taken) {

    /** Copies what is taken; rejects a lane without places. */
    public Places {
        taken = Map.copyOf(taken);
        if (each < 1) {
            throw new IllegalArgumentException("each lane has a place");
        }
    }

    /** Returns how many places {@code lane} has left, 0 where it has none. */
    public int left(String lane) {
        return Math.max(0, each - taken.getOrDefault(lane, 0));
    }
}
