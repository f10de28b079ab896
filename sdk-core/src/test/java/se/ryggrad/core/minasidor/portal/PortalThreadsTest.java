package se.ryggrad.core.minasidor.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Tests when the threads of a portal know that they are late. */
class PortalThreadsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final long LATE = Duration.ofMillis(101).toNanos();
    private static final int MORE_THAN_THERE_ARE = 100;

    private final PortalThreads threads = new PortalThreads(DEADLINE);

    @Test
    void areLateFromATwentiethOfTheDeadlineOn() {
        PortalThreads patient = new PortalThreads(Duration.ofHours(1));
        long begun = System.nanoTime();
        patient.begins(begun - LATE);
        assertThat(patient.lateSince(begun)).isFalse();

        threads.begins(System.nanoTime() - LATE);
        assertThat(threads.lateSince(begun)).isTrue();
    }

    @Test
    void areNotLateForEver() {
        threads.begins(System.nanoTime() - LATE);

        assertThat(threads.lateSince(System.nanoTime())).isFalse();
    }

    @Test
    void areLateWhenATaskHasWaitedOrWaitsStill() throws InterruptedException {
        long begun = System.nanoTime();
        CountDownLatch occupied = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(MORE_THAN_THERE_ARE);
        for (int task = 0; task < MORE_THAN_THERE_ARE; task++) {
            threads.execute(() -> {
                await(occupied);
                done.countDown();
            });
        }
        TimeUnit.NANOSECONDS.sleep(2 * LATE);
        assertThat(threads.lateSince(begun)).as("waits still").isTrue();

        long before = System.nanoTime();
        occupied.countDown();
        assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(threads.lateSince(before)).as("has waited").isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
