package se.ryggrad.core.minasidor.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ryggrad.core.minasidor.portal.PlayedSources.holding;
import static se.ryggrad.core.minasidor.portal.PlayedSources.item;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests what an overview does at its deadline (MINA-019, MINA-032). */
class GatheringTest {

    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final int MOST_TIMES = 10;

    private LoneSource source;

    @BeforeEach
    void play() throws IOException {
        source = new LoneSource();
        for (int time = 1; time < SourceBreaker.FAULTS; time++) {
            assertThat(source.breaker().begin()).isTrue();
            source.breaker().end(Optional.of(Reason.FAILED));
        }
    }

    @AfterEach
    void stop() {
        source.close();
    }

    @Test
    void readsWhatCameWhileItsThreadWasBusy() throws InterruptedException {
        Gathering gathering = new Gathering(DEADLINE, source.threads());
        source.played().with(LoneSource.NAME, exchange -> {
            gathering.execute(() -> pass(DEADLINE));
            holding(item("1", 1)).handle(exchange);
        });

        assertThat(gathered(gathering)).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void blamesASourceForSilence() throws InterruptedException {
        gatherUntil(() -> source.breaker().rests());

        assertThat(source.breaker().last()).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void blamesNoSourceThatItsIssuerLeftLessThanHalfOfTheTime() throws InterruptedException {
        source.played().changing(claims -> {
            pass(DEADLINE.dividedBy(4).multipliedBy(3));
            return claims;
        });
        gatherUntil(() -> source.asked() > 0);

        assertThat(source.breaker().rests()).isFalse();
    }

    @Test
    void notesThatItCameTooLateToItsDeadline() throws InterruptedException {
        PortalThreads threads = new PortalThreads(DEADLINE);
        Gathering gathering = new Gathering(Duration.ofMillis(1), threads);
        long begun = System.nanoTime();
        pass(DEADLINE);
        gathered(gathering);

        assertThat(threads.lateSince(begun)).isTrue();
    }

    /** Gathers again as long as this machine is too slow for {@code seen} to come true within the deadline. */
    private void gatherUntil(BooleanSupplier seen) throws InterruptedException {
        for (int time = 1; time <= MOST_TIMES && !seen.getAsBoolean(); time++) {
            assertThat(gathered(new Gathering(DEADLINE, source.threads())))
                    .isEqualTo(new Outcome.Unanswered(Reason.TIMEOUT));
        }
        assertThat(seen.getAsBoolean()).isTrue();
    }

    private Outcome gathered(Gathering gathering) throws InterruptedException {
        Asking asking = source.asking(gathering);
        gathering.run(List.of(asking));
        return asking.outcome();
    }

    private static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
