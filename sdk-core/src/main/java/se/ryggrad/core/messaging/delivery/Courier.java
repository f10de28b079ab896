package se.ryggrad.core.messaging.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.store.Leased;
import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.api.messaging.store.Room;

/**
 * Works off messages that are due: at once when one is sent here, else when the next is due. Never throws; what fails is logged
 * and tried again. Thread-safe.
 *
 * <p>Any number of nodes can each have one on the same store: the store gives each message to one of them at a time (MSG-038).
 */
public final class Courier {

    private static final System.Logger LOG = System.getLogger(Courier.class.getName());
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(5);

    private final MessageStore store;
    private final Dispatcher dispatcher;
    private final Pace pace;
    private final Clock clock;
    private final Bell bell = new Bell();
    private final Map<ChannelId, Integer> under = new HashMap<>();
    private boolean running;
    private boolean clerk;

    /** Creates a courier that does not work yet. */
    public Courier(MessageStore store, Dispatcher dispatcher, Pace pace, Clock clock) {
        this.store = store;
        this.dispatcher = dispatcher;
        this.pace = pace;
        this.clock = clock;
    }

    /**
     * Bounds the work.
     *
     * @param atOnce how many rounds are under way at the same time at each channel, so that one that is silent keeps no other
     *     waiting
     * @param lease how long a round may take before another node takes the message for lost; longer than a channel may take to
     *     answer twice
     * @param look how often to look for what others have sent, or left
     */
    public record Pace(int atOnce, Duration lease, Duration look) {

        /** 16 at once at each channel, 40 seconds each, a look every five seconds. */
        public static final Pace DEFAULT = new Pace(16, Duration.ofSeconds(40), Duration.ofSeconds(5));

        /** Rejects what is no work at all. */
        public Pace {
            if (atOnce < 1 || lease.isNegative() || lease.isZero() || look.isNegative() || look.isZero()) {
                throw new IllegalArgumentException("a courier does something, in some time");
            }
        }
    }

    /**
     * Begins to work; nothing happens while it works already.
     *
     * @param executor runs the work: one task for as long as the courier works, and one for each round
     */
    public synchronized void start(Executor executor) {
        if (!clerk) {
            executor.execute(() -> work(executor));
            running = true;
            clerk = true;
        }
    }

    /** Tells that there is something to do; costs next to nothing. */
    public void wake() {
        bell.ring();
    }

    /**
     * Begins no further round, and waits for those under way.
     *
     * @param patience how long to wait at the most
     * @return whether all of them have ended
     */
    public boolean stop(Duration patience) {
        synchronized (this) {
            running = false;
        }
        bell.ring();
        return idle(System.nanoTime() + patience.toNanos());
    }

    private synchronized boolean idle(long end) {
        try {
            for (long left = end - System.nanoTime(); left > 0 && busy(); left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return !busy();
    }

    private void work(Executor executor) {
        try {
            boolean going = true;
            while (going && runs()) {
                going = bell.await(turn(executor));
            }
        } finally {
            left();
        }
    }

    /** Begins what is due, as far as there is room, and returns how long to wait. */
    private Duration turn(Executor executor) {
        try {
            dispatcher.begin(room(), pace.lease()).forEach(leased -> hand(leased, executor));
            return untilDue();
        } catch (RuntimeException | Error failed) { // whatever it is: a courier that ends is not begun again
            LOG.log(
                    System.Logger.Level.WARNING,
                    "messages are not worked off just now: {0}",
                    failed.getClass().getName());
            return pace.look();
        }
    }

    private Duration untilDue() {
        Duration wait = store.nextDue(room().full())
                .map(due -> Duration.between(clock.instant(), due))
                .orElse(pace.look());
        Duration bounded = wait.compareTo(pace.look()) < 0 ? wait : pace.look();
        return bounded.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : bounded;
    }

    private void hand(Leased leased, Executor executor) {
        ChannelId channel = leased.message().turn().orElseThrow();
        entered(channel);
        try {
            executor.execute(() -> round(leased, channel));
        } catch (RejectedExecutionException | Error full) { // no thread can be made any more, perhaps
            LOG.log(System.Logger.Level.WARNING, "a round of a message found no thread; it is done after its lease");
            ended(channel);
        }
    }

    private void round(Leased leased, ChannelId channel) {
        try {
            dispatcher.finish(leased);
        } catch (RuntimeException failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a round of a message failed: {0}",
                    failed.getClass().getName());
        } finally {
            ended(channel);
        }
    }

    private synchronized boolean runs() {
        return running;
    }

    private synchronized boolean busy() {
        return clerk || !under.isEmpty();
    }

    private synchronized Room room() {
        return new Room(pace.atOnce(), under);
    }

    private synchronized void entered(ChannelId channel) {
        under.merge(channel, 1, Integer::sum);
    }

    private void ended(ChannelId channel) {
        synchronized (this) {
            if (under.merge(channel, -1, Integer::sum) == 0) {
                under.remove(channel);
            }
            notifyAll();
        }
        bell.ring();
    }

    private synchronized void left() {
        clerk = false;
        running = false;
        notifyAll();
    }
}
