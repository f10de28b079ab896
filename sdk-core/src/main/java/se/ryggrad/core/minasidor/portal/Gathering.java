package se.ryggrad.core.minasidor.portal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Runs one overview on the thread that wants it: all sources are asked at once, each step is done when an answer has come, and at
 * the deadline it ends, whatever is still under way. Only the issuer, which is one, gets no more than 32 questions at a time. Used
 * once.
 */
final class Gathering implements Executor {

    private static final int MOST_EXCHANGES = 32;

    /** How long answers that came in time may be read at the deadline. */
    private static final long CATCHING_UP = Duration.ofMillis(50).toNanos();

    private final BlockingQueue<Runnable> due = new LinkedBlockingQueue<>();
    private final Duration deadline;
    private final PortalThreads threads;
    private final long end;

    /** Begins to count. */
    Gathering(Duration deadline, PortalThreads threads) {
        this.deadline = deadline;
        this.threads = threads;
        this.end = System.nanoTime() + deadline.toNanos();
    }

    /** Puts what is to be done when its turn comes; after the end it is not done. */
    @Override
    public void execute(Runnable step) {
        due.add(step);
    }

    /**
     * Asks {@code all} and returns when each has its outcome.
     *
     * @throws InterruptedException when the thread is told to stop
     */
    void run(List<Asking> all) throws InterruptedException {
        Queue<Asking> waiting = new ArrayDeque<>(all);
        all.forEach(Asking::leaveAlone);
        try {
            while (all.stream().anyMatch(asking -> !asking.ended()) && left() > 0) {
                begin(waiting, all);
                Runnable step = due.poll(Math.max(0, left()), TimeUnit.NANOSECONDS);
                if (step != null && left() > 0) {
                    step.run();
                }
            }
            catchUp(all);
        } finally {
            all.forEach(asking -> asking.giveUp(deadline.dividedBy(2)));
        }
    }

    /** Reads the answers that have come, and that this thread did not come to. */
    private void catchUp(List<Asking> all) {
        threads.begins(end);
        long until = System.nanoTime() + CATCHING_UP;
        for (Asking asking : all.stream().filter(Asking::waits).toList()) {
            if (System.nanoTime() - until < 0) {
                asking.catchUp();
            }
        }
    }

    /** Begins as many as the issuer is asked for at a time. */
    private void begin(Queue<Asking> waiting, List<Asking> all) {
        long room = MOST_EXCHANGES - all.stream().filter(Asking::exchanging).count();
        while (room > 0 && !waiting.isEmpty() && left() > 0) {
            Asking next = waiting.remove();
            if (!next.ended()) {
                next.begin();
                room--;
            }
        }
    }

    private long left() {
        return end - System.nanoTime();
    }
}
