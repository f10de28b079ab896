package se.ryggrad.core.webhooks.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookupsTest {

    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final CountDownLatch answered = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final Lookups lookups = new Lookups(4, 2);

    @AfterEach
    void end() {
        answered.countDown();
        lookups.close();
    }

    @Test
    void givesTheAnswerOrSaysThatThereIsNone() throws UnknownHostException {
        assertThat(lookups.<String>within(LONG, "one", () -> "answer")).isEqualTo("answer");
        assertThatThrownBy(() -> lookups.within(LONG, "one", () -> {
                    throw new AddressRule.NotPublicException();
                }))
                .isInstanceOf(AddressRule.NotPublicException.class);
    }

    @Test
    void asksNoMoreForOneAndForAllThanItMay() throws InterruptedException {
        for (int each = 0; each < 5; each++) {
            late("one");
        }
        assertThat(asked).hasValue(2);
        for (int each = 0; each < 5; each++) {
            late("number " + each);
        }
        assertThat(asked).hasValue(4);

        answered.countDown();
        assertThat(eventually("one")).isEqualTo("answer");
    }

    private void late(String same) {
        assertThatThrownBy(() -> lookups.within(SOON, same, () -> {
                    asked.incrementAndGet();
                    return silent();
                }))
                .isInstanceOf(Lookups.LateException.class);
    }

    private String silent() {
        try {
            answered.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return "late";
    }

    /** Asks until there is a place again: who was silent has just answered. */
    private String eventually(String same) throws InterruptedException {
        for (int tries = 0; tries < 400; tries++) {
            try {
                return lookups.within(LONG, same, () -> "answer");
            } catch (UnknownHostException full) {
                Thread.sleep(10);
            }
        }
        return "never";
    }
}
