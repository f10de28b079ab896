package se.ryggrad.server.load;

import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Is how long each of many pieces of work took. */
final class Samples {

    private static final int AT_ONCE = 4;

    private final long[] nanos;
    private final long whole;

    /** Creates it of how long each took, in ascending order, and all of them together. */
    private Samples(long[] nanos, long whole) {
        this.nanos = nanos;
        this.whole = whole;
    }

    /** Does the work as often as asked, four at once. */
    static Samples of(int many, IntConsumer work) throws InterruptedException {
        long[] nanos = new long[many];
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        long begun = System.nanoTime();
        try {
            for (Future<Object> done : threads.invokeAll(IntStream.range(0, many)
                    .mapToObj(number -> Executors.callable(() -> {
                        long start = System.nanoTime();
                        work.accept(number);
                        nanos[number] = System.nanoTime() - start;
                    }))
                    .toList())) {
                finished(done);
            }
        } finally {
            threads.shutdownNow();
        }
        long whole = System.nanoTime() - begun;
        Arrays.sort(nanos);
        return new Samples(nanos, whole);
    }

    private static void finished(Future<Object> done) throws InterruptedException {
        try {
            done.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a piece of work failed", failed.getCause());
        }
    }

    void print(String what) {
        System.out.printf(
                "%s: %d, %d at once: p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, %.0f a second%n",
                what,
                nanos.length,
                AT_ONCE,
                millis(0.50),
                millis(0.95),
                millis(0.99),
                nanos.length / (whole / (double) TimeUnit.SECONDS.toNanos(1)));
    }

    private double millis(double share) {
        int place = (int) Math.ceil(share * nanos.length) - 1;
        return nanos[Math.max(0, place)] / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}
