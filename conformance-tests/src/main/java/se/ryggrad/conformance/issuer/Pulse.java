package se.ryggrad.conformance.issuer;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks the suite's own counterparties again and again while the checks run, and remembers when they were slow.
 *
 * <p>A system under test asks them too, and answers by the standard as if they were silent when they do not answer in
 * time. On a machine that has too much to do that is the suite's doing: what a check then finds tells nothing of the
 * system. Safe for many threads.
 */
public final class Pulse implements AutoCloseable {

    /** A quarter of what the reference server waits for a registry, and far above what an answer takes. */
    private static final Duration SLOW = Duration.ofMillis(500);

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Beat beat;
    private final List<Stall> stalls = new ArrayList<>();
    private final Thread thread;

    private Pulse(Beat beat) {
        this.beat = beat;
        this.thread = new Thread(this::feel, "ryggrad-pulse");
        thread.setDaemon(true);
    }

    /** Begins to ask. */
    public static Pulse feel(Beat beat) {
        Pulse pulse = new Pulse(beat);
        pulse.thread.start();
        return pulse;
    }

    /**
     * Returns the longest time that an answer took between two moments, each as {@link System#nanoTime()}, if any was slow;
     * waits for the answer that is under way.
     */
    public Optional<Duration> slowest(long from, long to) {
        synchronized (stalls) {
            return stalls.stream()
                    .filter(stall -> stall.from() - to < 0 && from - stall.to() < 0)
                    .map(stall -> Duration.ofNanos(stall.to() - stall.from()))
                    .max(Duration::compareTo);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void feel() {
        long due = System.nanoTime() + PAUSE.toNanos();
        while (slept()) {
            synchronized (stalls) {
                boolean answered = answered();
                long now = System.nanoTime();
                if (!answered || now - due > SLOW.toNanos()) {
                    stalls.add(new Stall(due, now));
                }
            }
            due = System.nanoTime() + PAUSE.toNanos();
        }
    }

    private boolean answered() {
        try {
            beat.once();
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static boolean slept() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks a counterparty once and waits for the answer. */
    @FunctionalInterface
    public interface Beat {
        /**
         * Asks.
         *
         * @throws IOException when nothing is answered
         */
        void once() throws IOException;
    }

    private record Stall(long from, long to) {}
}
