package se.ryggrad.conformance.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import se.ryggrad.conformance.wire.Exchange;

/** Keeps the exchanges of one check in order. Safe for many threads. */
public final class Recorder {

    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final Sentinel sentinel;

    /** Creates a recorder that shows every exchange to the run's sentinel as well. */
    public Recorder(Sentinel sentinel) {
        this.sentinel = sentinel;
    }

    /** Takes one exchange up. */
    public void record(Exchange exchange) {
        exchanges.add(exchange);
        sentinel.see(exchange);
    }

    /** Returns what has been recorded so far. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }
}
