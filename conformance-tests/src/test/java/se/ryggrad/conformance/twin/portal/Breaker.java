package se.ryggrad.conformance.twin.portal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.TwinSettings.Source;

/** Leaves a source alone for a while that has failed again and again. */
final class Breaker {

    private static final long PAUSE = Duration.ofSeconds(20).toNanos();

    private final int most;
    private final Map<Source, Row> rows = new HashMap<>();

    Breaker(TwinSettings settings) {
        most = settings.breaks(Fault.MINA_032_A) ? 1 : settings.breaks(Fault.MINA_032_B) ? 2 : 5;
    }

    /** Returns how the source ended last, if it is to be left alone now. */
    synchronized Optional<SourceFault> open(Source source) {
        return Optional.ofNullable(rows.get(source))
                .filter(row -> row.count() >= most && System.nanoTime() - row.since() < PAUSE)
                .map(Row::last);
    }

    synchronized void failed(Source source, SourceFault fault) {
        if (fault.state() == State.DENIED) {
            rows.remove(source);
        } else {
            int before = Optional.ofNullable(rows.get(source)).map(Row::count).orElse(0);
            rows.put(source, new Row(before + 1, System.nanoTime(), fault));
        }
    }

    synchronized void answered(Source source) {
        rows.remove(source);
    }

    private record Row(int count, long since, SourceFault last) {}
}
