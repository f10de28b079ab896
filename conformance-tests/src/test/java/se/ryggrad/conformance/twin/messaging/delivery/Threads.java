package se.ryggrad.conformance.twin.messaging.delivery;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The threads on which all twins send; none of them keeps the process alive. */
public final class Threads {

    private static final ExecutorService CALLS = Executors.newCachedThreadPool(Threads::daemon);

    private Threads() {}

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "twin-messaging");
        thread.setDaemon(true);
        return thread;
    }

    /** Returns the threads of calls. */
    public static ExecutorService calls() {
        return CALLS;
    }

    /** Does work after a while. */
    public static void after(Duration pause, Runnable work) {
        CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS, CALLS)
                .execute(work);
    }
}
