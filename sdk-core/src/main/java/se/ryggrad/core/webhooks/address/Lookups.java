package se.ryggrad.core.webhooks.address;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks DNS on a bounded number of threads, and waits no longer than is wanted. Thread-safe.
 *
 * <p>What the platform has been asked cannot be called back: a thread stays with a name whose servers are silent for as long as
 * the resolver does, after whoever asked has given up. So they are few, and nobody has all of them.
 */
public final class Lookups implements AutoCloseable {

    private static final long KEPT_SECONDS = 10;

    private final ExecutorService threads;
    private final int share;
    private final Map<String, Integer> asking = new ConcurrentHashMap<>();

    /**
     * Creates the bound.
     *
     * @param most how many are asked at once
     * @param share how many of these for the same
     */
    public Lookups(int most, int share) {
        this.share = share;
        this.threads = new ThreadPoolExecutor(
                0, most, KEPT_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), Lookups::daemon);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "ryggrad-webhook-lookup");
        thread.setDaemon(true);
        return thread;
    }

    /** Asks something of DNS. */
    @FunctionalInterface
    public interface Question<T> {

        /** Returns the answer, however long it takes. */
        T ask() throws UnknownHostException;
    }

    /**
     * Returns the answer to {@code question}.
     *
     * @param same for whom, or of whom, it is asked: what has a share
     * @throws LateException when it is not there within {@code patience}, or could not even be asked
     */
    public <T> T within(Duration patience, String same, Question<T> question) throws UnknownHostException {
        try {
            return begun(same, question).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LateException();
        } catch (TimeoutException slow) {
            throw new LateException();
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw new IllegalStateException("DNS could not be asked", broken);
        }
    }

    private <T> Future<T> begun(String same, Question<T> question) throws LateException {
        if (asking.merge(same, 1, Integer::sum) > share) {
            ended(same);
            throw new LateException();
        }
        try {
            return threads.submit(() -> {
                try {
                    return question.ask();
                } finally {
                    ended(same);
                }
            });
        } catch (RejectedExecutionException full) {
            ended(same);
            throw new LateException();
        }
    }

    private void ended(String same) {
        asking.computeIfPresent(same, (key, number) -> number == 1 ? null : number - 1);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Says that DNS has not answered in time. */
    public static final class LateException extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        LateException() {
            super("DNS has not answered in time");
        }
    }
}
