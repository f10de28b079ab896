package se.ryggrad.conformance.receiver;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import se.ryggrad.conformance.channel.Gate;
import se.ryggrad.conformance.channel.Reply;

/**
 * A receiver of webhooks. It answers its challenge and takes every event, unless it is told otherwise.
 *
 * <p>It keeps every call in the order in which they came. Safe for many threads.
 */
public final class Receiver implements AutoCloseable {

    private final String url;
    private final List<Arrived> arrived = new ArrayList<>();
    private final List<Gate> gates = new ArrayList<>();
    private Manner challenged = Manner.echoing();
    private Manner given = Manner.taking();
    private boolean closed;

    Receiver(String url) {
        this.url = url;
    }

    /** Returns its address; whatever lies below it leads to it as well. */
    public String url() {
        return url;
    }

    /** Answers challenges in a manner from now on. */
    public synchronized Receiver challenged(Manner manner) {
        challenged = manner;
        return this;
    }

    /** Answers events in a manner from now on. */
    public synchronized Receiver given(Manner manner) {
        given = manner;
        return this;
    }

    /** Makes a gate that holds an answer back for a time at the most, and is open when the receiver is closed. */
    public synchronized Gate gate(Duration longest) {
        Gate gate = new Gate(longest);
        gates.add(gate);
        return gate;
    }

    /** Returns every call so far. */
    public synchronized List<Arrived> arrived() {
        return List.copyOf(arrived);
    }

    /** Returns the challenges so far. */
    public List<Arrived> challenges() {
        return arrived().stream().filter(Arrived::isChallenge).toList();
    }

    /** Returns the calls with events of a case so far. */
    public List<Arrived> events(String caseId) {
        return arrived().stream().filter(event -> event.isOf(caseId)).toList();
    }

    /** Waits until the calls are what is wanted, or the time is over, and tells whether they are. */
    public synchronized boolean await(Predicate<List<Arrived>> wanted, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            long left = atMost.toMillis();
            while (left > 0 && !wanted.test(arrived())) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return wanted.test(arrived());
    }

    /** Wants nothing more: whoever calls from now on is told that it is gone, and nobody waits for it. */
    @Override
    public synchronized void close() {
        closed = true;
        gates.forEach(Gate::open);
    }

    void answer(HttpExchange exchange) throws IOException {
        taken(Arrived.of(exchange)).play(exchange);
    }

    private synchronized Reply taken(Arrived call) {
        arrived.add(call);
        notifyAll();
        if (closed) {
            return Reply.of(410);
        }
        return (call.isChallenge() ? challenged : given).to(call);
    }
}
