package se.ryggrad.server.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import se.ryggrad.api.minasidor.AskedSource;
import se.ryggrad.api.minasidor.Overview;
import se.ryggrad.server.load.PlayedCounty.Manner;

/** Is what was seen of many overviews, and whether it is as it has to be. Thread-safe. */
final class Measured {

    private static final Duration MARGIN = Duration.ofMillis(100);
    private static final long MOST_GROWTH = 4;

    private final Duration longest;
    private final List<Duration> times = new ArrayList<>();
    private final List<Long> heaps = new ArrayList<>();
    private final StateTable states = new StateTable();
    private int refused;
    private int foreign;

    /** Creates what has seen nothing yet of a portal with this deadline. */
    Measured(Duration deadline) {
        this.longest = deadline.plus(MARGIN);
    }

    /** Notes an overview, and how long it took. */
    synchronized void answered(Overview overview, Duration time) {
        times.add(time);
        for (AskedSource source : overview.sources()) {
            Manner manner = PlayedCounty.manner(source.id());
            states.count(manner, source.state());
            if (manner == Manner.FOREIGN) {
                foreign += source.count();
            }
        }
    }

    /** Notes an overview that the portal had no room for. */
    synchronized void refused() {
        refused++;
    }

    /** Notes how many mebibytes of the heap are held. */
    synchronized void heap() {
        System.gc();
        Runtime machine = Runtime.getRuntime();
        heaps.add((machine.totalMemory() - machine.freeMemory()) >> 20);
    }

    /** Returns whether all of it is as it has to be. */
    synchronized boolean holds() {
        return punctual() && refused == 0 && states.wrong() == 0 && foreign == 0 && flat();
    }

    private boolean punctual() {
        return !times.isEmpty() && time(0.99).compareTo(longest) <= 0;
    }

    private boolean flat() {
        return heaps.get(heaps.size() - 1) - heaps.get(0) <= MOST_GROWTH;
    }

    private Duration time(double share) {
        int place = (int) Math.ceil(share * times.size()) - 1;
        return times.stream().sorted().skip(Math.max(0, place)).findFirst().orElse(Duration.ZERO);
    }

    /** Returns a line for each thing that has to hold. */
    @Override
    public synchronized String toString() {
        String took = "p50 %d ms, p95 %d ms, p99 %d ms, max %d ms; p99 has to be within %d ms"
                .formatted(millis(0.50), millis(0.95), millis(0.99), millis(1), longest.toMillis());
        return line(punctual(), took)
                + line(refused == 0, refused + " overviews refused")
                + line(foreign == 0, foreign + " items of other people shown")
                + line(flat(), "heap after a collection, round by round: " + joined() + " MiB")
                + line(states.wrong() == 0, states.wrong() + " sources with another state than they should have")
                + states;
    }

    private long millis(double share) {
        return time(share).toMillis();
    }

    private String joined() {
        return heaps.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String line(boolean holds, String what) {
        return "%-9s%s%n".formatted(holds ? "holds" : "DOES NOT", what);
    }
}
