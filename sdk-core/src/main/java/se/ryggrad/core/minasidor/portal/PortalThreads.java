package se.ryggrad.core.minasidor.portal;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Does what is to be done when something comes from a source, on few threads that end when there is nothing to do, and knows when
 * this process was late with it: a source that a late process has not heard may well have answered. Thread-safe.
 */
final class PortalThreads implements Executor {

    private static final int THREADS = 16;
    private static final long IDLE_SECONDS = 10;

    /** How many times this late is the deadline: an answer is the work of fewer steps than half of that. */
    private static final int PART = 20;

    private final ThreadPoolExecutor threads;
    private final long most;
    private volatile long late = System.nanoTime();

    /** Creates threads for calls that have this deadline. */
    PortalThreads(Duration deadline) {
        this.most = deadline.dividedBy(PART).toNanos();
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "ryggrad-portal");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(new Due(task, System.nanoTime()));
    }

    /** Notes that what was due at {@code due} begins now, by {@link System#nanoTime}. */
    void begins(long due) {
        long now = System.nanoTime();
        if (now - due > most) {
            late = now;
        }
    }

    /** Returns whether this process has been late after {@code since}, by {@link System#nanoTime}, or is it now. */
    boolean lateSince(long since) {
        if (threads.getQueue().peek() instanceof Due waiting) {
            begins(waiting.at());
        }
        return late - since > 0;
    }

    private final class Due implements Runnable {

        private final Runnable task;
        private final long at;

        Due(Runnable task, long at) {
            this.task = task;
            this.at = at;
        }

        long at() {
            return at;
        }

        @Override
        public void run() {
            begins(at);
            task.run();
        }
    }
}
