package se.ryggrad.core.contract;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import se.ryggrad.api.RyggradException;

/** Runs things at the same moment. */
public final class Together {

    private Together() {}

    /** Runs {@code work} as often as asked, all at once, and returns the results in order. */
    public static <T> List<T> run(int times, IntFunction<T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        CountDownLatch ready = new CountDownLatch(times);
        try {
            List<Future<T>> running = IntStream.range(0, times)
                    .mapToObj(place -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return work.apply(place);
                    }))
                    .toList();
            return running.stream().map(Together::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Returns how {@code work} ended: {@code done}, or the code of the problem. */
    static String outcome(Runnable work) {
        try {
            work.run();
            return "done";
        } catch (RyggradException refused) {
            return refused.problem().type().code();
        }
    }

    private static <T> T result(Future<T> running) {
        try {
            return running.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }
}
