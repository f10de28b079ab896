package se.ryggrad.api.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Bounds how many calls one node makes at the same time, for each client and for all: receivers of one client that are silent,
 * however many, keep none of another's waiting (EVT-029).
 *
 * @param each how many for each client, 1 at least
 * @param all how many for all clients
 * @param taken how many are under way, for the clients where there are any
 */
public record Share(int each, int all, Map<Subscription.Owner, Integer> taken) {

    /** Copies what is taken; rejects a share of nothing. */
    public Share {
        taken = Map.copyOf(taken);
        if (each < 1 || all < each) {
            throw new IllegalArgumentException("each client has a place, of all that there are");
        }
    }

    /** Returns room for {@code each} call of one client, of which none is under way. */
    public static Share of(int each) {
        return new Share(each, each, Map.of());
    }

    /** Returns how many calls can be begun, 0 where there is no place left. */
    public int left() {
        return Math.max(
                0, all - taken.values().stream().mapToInt(Integer::intValue).sum());
    }

    /** Returns the clients that have no place left. */
    public Set<Subscription.Owner> full() {
        return taken.entrySet().stream()
                .filter(entry -> entry.getValue() >= each)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns those of {@code waiting}, in their order, that there is a place for at {@code now}; the calls of one subscription
     * belong together, and a few more may be begun than there are places for.
     */
    public List<Subscription> fitting(List<Subscription> waiting, Instant now) {
        Map<Subscription.Owner, Integer> places = new HashMap<>(taken);
        int left = left();
        List<Subscription> fitting = new ArrayList<>();
        for (Subscription one : waiting) {
            if (left > 0 && places.getOrDefault(one.owner(), 0) < each) {
                int calls = Math.max(1, one.ready(now).size());
                places.merge(one.owner(), calls, Integer::sum);
                left -= calls;
                fitting.add(one);
            }
        }
        return fitting;
    }
}
