package se.ryggrad.core.work;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Works off what is due: at once when it is woken, else when the next is due. Never throws; what fails is logged and tried
 * again. Thread-safe.
 *
 * <p>Any number of nodes can each have one on the same store: the store gives each round to one of them at a time (MSG-038,
 * EVT-024).
 */
public final class Courier {

    private static final System.Logger LOG = System.getLogger(Courier.class.getName());
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(5);

    private final Work work;
    private final Pace pace;
    private final Clock clock;
    private final Bell bell;
    private final Map<String, Integer> under = new HashMap<>();
    private boolean running;
    private boolean clerk;

    /** Creates a courier that does not work yet, and has a bell of its own. */
    public Courier(Work work, Pace pace, Clock clock) {
        this(work, pace, clock, new Bell());
    }

    /**
     * Creates a courier that does not work yet.
     *
     * @param bell wakes it, and no other
     */
    public Courier(Work work, Pace pace, Clock clock, Bell bell) {
        this.work = work;
        this.pace = pace;
        this.clock = clock;
        this.bell = bell;
    }

    /**
     * Bounds the work.
     *
     * @param atOnce how many rounds are under way at the same time in each lane of the work
     * @param lease how long a round may take before another node takes it for lost; longer than whoever is called may take
     * @param look how often to look for what others have sent, or left
     */
    public record Pace(int atOnce, Duration lease, Duration look) {

        /** 16 at once in each lane, 40 seconds each, a look every five seconds. */
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
            executor.execute(() -> run(executor));
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

    private void run(Executor executor) {
        try {
            boolean going = true;
            while (going && runs()) {
                going = bell.await(turn(executor));
            }
        } finally {
            left();
        }
    }

    /** Begins what is due, as far as there are places, and returns how long to wait. */
    private Duration turn(Executor executor) {
        try {
            work.begin(places(), pace.lease()).forEach(round -> hand(round, executor));
            return untilDue();
        } catch (RuntimeException | Error failed) { // whatever it is: a courier that ends is not begun again
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} are not worked off just now: {1}",
                    work.name(),
                    failed.getClass().getName());
            return pace.look();
        }
    }

    private Duration untilDue() {
        Duration wait = work.nextDue(places())
                .map(due -> Duration.between(clock.instant(), due))
                .orElse(pace.look());
        Duration bounded = wait.compareTo(pace.look()) < 0 ? wait : pace.look();
        return bounded.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : bounded;
    }

    private void hand(Work.Round round, Executor executor) {
        String lane = round.lane();
        entered(lane);
        try {
            executor.execute(() -> finish(round));
        } catch (RejectedExecutionException | Error full) { // no thread can be made any more, perhaps
            LOG.log(System.Logger.Level.WARNING, "a round found no thread; it is done after its lease");
            ended(lane);
        }
    }

    private void finish(Work.Round round) {
        try {
            round.finish();
        } catch (RuntimeException failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0}: a round failed: {1}",
                    work.name(),
                    failed.getClass().getName());
        } finally {
            ended(round.lane());
        }
    }

    private synchronized boolean runs() {
        return running;
    }

    private synchronized boolean busy() {
        return clerk || !under.isEmpty();
    }

    private synchronized Places places() {
        return new Places(pace.atOnce(), under);
    }

    private synchronized void entered(String lane) {
        under.merge(lane, 1, Integer::sum);
    }

    private void ended(String lane) {
        synchronized (this) {
            if (under.merge(lane, -1, Integer::sum) == 0) {
                under.remove(lane);
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
