package se.ryggrad.conformance.twin.messaging.delivery;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The threads on which all twins send; none of them keeps the process alive. */
final class Threads {

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(Threads::daemon);
    private static final ExecutorService CALLS = Executors.newCachedThreadPool(Threads::daemon);

    private Threads() {}

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "twin-messaging");
        thread.setDaemon(true);
        return thread;
    }

    static ExecutorService calls() {
        return CALLS;
    }

    /** Does work after a while. */
    static Future<?> after(Duration wait, Runnable work) {
        return CLOCK.schedule(() -> CALLS.execute(work), wait.toNanos(), TimeUnit.NANOSECONDS);
    }
}
