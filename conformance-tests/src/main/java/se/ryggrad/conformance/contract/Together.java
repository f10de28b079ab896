package se.ryggrad.conformance.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.NotObserved;

/** Does things at the same moment. */
public final class Together {

    private static final int SECONDS = 120;

    private Together() {}

    /** Starts all tasks at once, each in a thread of its own, and returns what they gave, in order. */
    public static <T> List<T> all(List<? extends Callable<T>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        try {
            List<Future<T>> begun = new ArrayList<>();
            for (Callable<T> task : tasks) {
                begun.add(threads.submit(() -> {
                    start.await(SECONDS, TimeUnit.SECONDS);
                    return task.call();
                }));
            }
            return results(begun);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> List<T> results(List<Future<T>> begun) {
        List<T> results = new ArrayList<>();
        for (Future<T> task : begun) {
            results.add(result(task));
        }
        return results;
    }

    private static <T> T result(Future<T> task) {
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException fault) {
            throw rethrown(fault.getCause(), fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (TimeoutException late) {
            throw tooSlow(late);
        }
    }

    /** The system is slow, or the machine that the suite runs on: neither is a fault that a check may tell. */
    private static NotObserved tooSlow(Throwable late) {
        Finding finding = Finding.of("all tasks done within " + SECONDS + " s", "some were not");
        return (NotObserved) new NotObserved(finding, Blame.NETWORK).initCause(late);
    }

    private static RuntimeException rethrown(@Nullable Throwable cause, ExecutionException fault) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof TimeoutException || cause instanceof BrokenBarrierException) {
            return tooSlow(fault);
        }
        return cause instanceof RuntimeException thrown ? thrown : new IllegalStateException(fault);
    }
}
