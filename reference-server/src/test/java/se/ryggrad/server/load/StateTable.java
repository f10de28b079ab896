package se.ryggrad.server.load;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import se.ryggrad.api.minasidor.SourceState;
import se.ryggrad.server.load.PlayedCounty.Manner;

/** Counts which states a portal gave to sources that do what. */
final class StateTable {

    private final Map<Cell, Integer> counts = new HashMap<>();

    private record Cell(Manner manner, SourceState state) {}

    /** Counts a source. */
    void count(Manner manner, SourceState state) {
        counts.merge(new Cell(manner, state), 1, Integer::sum);
    }

    /** Returns how many had another state than they should. */
    int wrong() {
        return counts.entrySet().stream()
                .filter(count ->
                        count.getKey().state() != count.getKey().manner().state())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Returns a row for each manner: what it is, which state it should have, and how often it had each. */
    @Override
    public String toString() {
        String head = Arrays.stream(SourceState.values())
                .map(state -> "%9s".formatted(state.code()))
                .collect(Collectors.joining("", "%17s %-8s".formatted("source", "to be"), "%n".formatted()));
        return Arrays.stream(Manner.values()).map(this::row).collect(Collectors.joining("", head, ""));
    }

    private String row(Manner manner) {
        String name = "%17s %-8s".formatted(manner.word(), manner.state().code());
        return Arrays.stream(SourceState.values())
                .map(state -> "%9d".formatted(counts.getOrDefault(new Cell(manner, state), 0)))
                .collect(Collectors.joining("", name, "%n".formatted()));
    }
}
