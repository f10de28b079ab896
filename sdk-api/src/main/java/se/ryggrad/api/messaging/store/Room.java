package se.ryggrad.api.messaging.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.Message;

/**
 * Bounds what one node works on at the same time, channel by channel: one that is silent keeps no message of another waiting.
 *
 * @param each how many messages of each channel, 1 at least
 * @param taken how many are worked on already, where there are any
 */
public record Room(int each, Map<ChannelId, Integer> taken) {

    /** Copies what is taken; rejects a room without places. */
    public Room {
        taken = Map.copyOf(taken);
        if (each < 1) {
            throw new IllegalArgumentException("each channel has a place");
        }
    }

    /** Returns room for {@code each} message of each channel, of which none is worked on yet. */
    public static Room of(int each) {
        return new Room(each, Map.of());
    }

    /** Returns the channels that have no place left. */
    public Set<ChannelId> full() {
        return taken.entrySet().stream()
                .filter(entry -> entry.getValue() >= each)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns those of {@code waiting}, in their order, that there is a place for at the channel whose turn it is.
     *
     * @param message returns the message that one of them is
     */
    public <T> List<T> fitting(List<T> waiting, Function<T, Message> message) {
        Map<ChannelId, Integer> places = new HashMap<>(taken);
        List<T> fitting = new ArrayList<>();
        for (T one : waiting) {
            Optional<Integer> place = message.apply(one).turn().map(channel -> places.merge(channel, 1, Integer::sum));
            if (place.filter(number -> number > each).isEmpty()) {
                fitting.add(one);
            }
        }
        return fitting;
    }
}
