package se.ryggrad.conformance.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PulseTest {

    private final CountDownLatch begun = new CountDownLatch(1);

    @Test
    void tellsOfAnAnswerThatIsSlowAndStillUnderWay() throws InterruptedException {
        long before = System.nanoTime();
        try (Pulse pulse = Pulse.feel(this::slow)) {
            begun.await();
            assertThat(pulse.slowest(before, System.nanoTime()))
                    .hasValueSatisfying(took -> assertThat(took).isGreaterThan(Duration.ofMillis(700)));
        }
    }

    @Test
    void tellsNothingOfOtherTimes() throws InterruptedException {
        long before = System.nanoTime();
        try (Pulse pulse = Pulse.feel(this::slow)) {
            begun.await();
            assertThat(pulse.slowest(before, before + 1)).isEmpty();
        }
    }

    @Test
    void tellsNothingOfQuickAnswers() throws InterruptedException {
        long before = System.nanoTime();
        try (Pulse pulse = Pulse.feel(begun::countDown)) {
            begun.await();
            assertThat(pulse.slowest(before, System.nanoTime())).isEmpty();
        }
    }

    @Test
    void takesNoAnswerForASlowOne() throws InterruptedException {
        long before = System.nanoTime();
        try (Pulse pulse = Pulse.feel(this::none)) {
            begun.await();
            assertThat(pulse.slowest(before, System.nanoTime())).isPresent();
        }
    }

    private void slow() {
        begun.countDown();
        try {
            Thread.sleep(800);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void none() throws IOException {
        begun.countDown();
        throw new IOException("nobody");
    }
}
