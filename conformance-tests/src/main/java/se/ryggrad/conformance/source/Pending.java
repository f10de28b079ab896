package se.ryggrad.conformance.source;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Holds requests that get no whole answer, without a thread for each: some hear nothing, some an octet now and then.
 *
 * <p>The oldest are let go when there are many, and all at the end of the run. Safe for many threads.
 */
final class Pending implements AutoCloseable {

    private static final int MOST = 400;
    private static final int BEAT_MILLIS = 50;

    private final Deque<HttpExchange> held = new ArrayDeque<>();
    private final List<Drip> dripping = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Pending::daemon);
    private Optional<Future<?>> beating = Optional.empty();

    /** Leaves a request without an answer. */
    synchronized void hold(HttpExchange exchange) {
        held.addLast(exchange);
        if (held.size() > MOST) {
            held.removeFirst().close();
        }
    }

    /** Begins an answer and sends an octet of it now and then, but never the last. */
    synchronized void drip(HttpExchange exchange, String answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        byte[] octets = answer.substring(0, answer.length() - 1).getBytes(StandardCharsets.UTF_8);
        dripping.add(new Drip(exchange, new ByteArrayInputStream(octets)));
        if (beating.isEmpty()) {
            beating = Optional.of(clock.scheduleWithFixedDelay(this::beat, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS));
        }
        hold(exchange);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        synchronized (this) {
            held.forEach(HttpExchange::close);
            held.clear();
        }
    }

    private void beat() {
        List<Drip> due;
        synchronized (this) {
            due = List.copyOf(dripping);
        }
        List<Drip> gone = due.stream().filter(drip -> !drip.fell()).toList();
        synchronized (this) {
            dripping.removeAll(gone);
            gone.forEach(drip -> held.remove(drip.exchange()));
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "ryggrad-pending");
        thread.setDaemon(true);
        return thread;
    }

    /** An answer of which octets come one by one; spaces when the others have been sent. */
    private record Drip(HttpExchange exchange, InputStream octets) {

        /** Sends one octet, and tells whether anybody is left to hear it. */
        boolean fell() {
            try {
                int octet = octets.read();
                exchange.getResponseBody().write(octet < 0 ? ' ' : octet);
                exchange.getResponseBody().flush();
                return true;
            } catch (IOException nobody) {
                exchange.close();
                return false;
            }
        }
    }
}
