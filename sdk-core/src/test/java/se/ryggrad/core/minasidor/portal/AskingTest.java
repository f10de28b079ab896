package se.ryggrad.core.minasidor.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ryggrad.core.minasidor.portal.PlayedSources.answering;
import static se.ryggrad.core.minasidor.portal.PlayedSources.holding;
import static se.ryggrad.core.minasidor.portal.PlayedSources.item;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.People;

/** Tests what becomes of an answer that waits for its turn at the deadline, and which source is blamed for silence (MINA-019, MINA-032). */
class AskingTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private LoneSource source;

    @BeforeEach
    void play() throws IOException {
        source = new LoneSource();
    }

    @AfterEach
    void stop() {
        source.close();
    }

    /** Is an asking whose turns come when the test says so. */
    private record Stepwise(Asking asking, BlockingQueue<Runnable> turns) {

        /** Begins to ask. */
        static Stepwise begin(LoneSource source, Caller caller) {
            BlockingQueue<Runnable> turns = new LinkedBlockingQueue<>();
            Stepwise stepwise = new Stepwise(source.asking(caller, turns::add), turns);
            stepwise.asking.begin();
            return stepwise;
        }

        static Stepwise begin(LoneSource source) {
            return begin(source, People.person(People.ANNA));
        }

        /** Waits for an answer, and leaves it waiting for its turn. */
        Runnable answer() throws InterruptedException {
            return Optional.ofNullable(turns.poll(LONG.toSeconds(), TimeUnit.SECONDS))
                    .orElseThrow();
        }

        /** Waits for an answer, and does what is to be done with it. */
        Stepwise step() throws InterruptedException {
            answer().run();
            return this;
        }
    }

    @Test
    void readsAnAnswerThatWaits() throws InterruptedException {
        source.played().with(LoneSource.NAME, holding(item("1", 1)));
        Stepwise stepwise = Stepwise.begin(source).step();
        stepwise.answer();
        stepwise.asking().catchUp();

        assertThat(stepwise.asking().outcome())
                .isInstanceOfSatisfying(
                        Outcome.Answered.class,
                        answered -> assertThat(answered.answer().items()).hasSize(1));
    }

    @Test
    void saysWhatARefusalThatWaitsSays() throws InterruptedException {
        source.played().issuing(answering(400, call -> "{}"));
        Stepwise stepwise = Stepwise.begin(source);
        stepwise.answer();
        stepwise.asking().catchUp();

        assertThat(stepwise.asking().outcome()).isEqualTo(new Outcome.Unanswered(Reason.DENIED));
    }

    @Test
    void asksNothingMoreOnceItIsTooLate() throws InterruptedException {
        Stepwise exchanging = Stepwise.begin(source);
        exchanging.answer();
        exchanging.asking().catchUp();

        assertThat(exchanging.asking().outcome()).isEqualTo(new Outcome.Unanswered(Reason.TIMEOUT));
        assertThat(source.asked()).isZero();

        source.played().with(LoneSource.NAME, answering(200, call -> """
            {"items": [{"id": "3e0b6a52-7c1d-4b8e-9a55-0d2f4c6e8a10", "rights": ["read"]}]}\
            """));
        Stepwise searching = Stepwise.begin(source, AskedPortal.forBertil()).step();
        searching.answer();
        searching.asking().catchUp();

        assertThat(searching.asking().outcome()).isEqualTo(new Outcome.Unanswered(Reason.TIMEOUT));
        assertThat(source.asked()).isOne();
    }

    @Test
    void blamesASourceThatHadItsTime() throws InterruptedException {
        for (int time = 1; time <= SourceBreaker.FAULTS; time++) {
            assertThat(source.breaker().rests()).as("at question %d", time).isFalse();
            Stepwise.begin(source).step().asking().giveUp(Duration.ZERO);
        }

        assertThat(source.breaker().rests()).isTrue();
        assertThat(source.breaker().last()).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void blamesNoSourceThatWasAskedTooLate() throws InterruptedException {
        for (int time = 1; time <= SourceBreaker.FAULTS; time++) {
            Asking asking = Stepwise.begin(source).step().asking();
            asking.giveUp(LONG);
            assertThat(asking.outcome()).isEqualTo(new Outcome.Unanswered(Reason.TIMEOUT));
        }

        assertThat(source.breaker().rests()).isFalse();
    }

    @Test
    void blamesNoSourceWhileThisProcessIsLate() throws InterruptedException {
        for (int time = 1; time <= SourceBreaker.FAULTS; time++) {
            Asking asking = Stepwise.begin(source).step().asking();
            source.late();
            asking.giveUp(Duration.ZERO);
        }
        assertThat(source.breaker().rests()).isFalse();

        for (int time = 1; time <= SourceBreaker.FAULTS; time++) {
            Stepwise.begin(source).step().asking().giveUp(Duration.ZERO);
        }
        assertThat(source.breaker().rests()).as("once it is not").isTrue();
    }

    @Test
    void blamesNoSourceWhoseAnswerNobodyRead() throws InterruptedException {
        source.played().with(LoneSource.NAME, holding(item("1", 1)));
        for (int time = 1; time <= SourceBreaker.FAULTS; time++) {
            Stepwise stepwise = Stepwise.begin(source).step();
            stepwise.answer();
            stepwise.asking().giveUp(Duration.ZERO);
            assertThat(stepwise.asking().outcome()).isEqualTo(new Outcome.Unanswered(Reason.TIMEOUT));
        }

        assertThat(source.breaker().rests()).isFalse();
    }

    @Test
    void blamesASourceForAFaultHoweverLateThisProcessIs() throws InterruptedException {
        source.played().with(LoneSource.NAME, answering(500, call -> "{}"));
        for (int time = 1; time <= SourceBreaker.FAULTS; time++) {
            Stepwise stepwise = Stepwise.begin(source).step();
            source.late();
            stepwise.step();
        }

        assertThat(source.breaker().rests()).isTrue();
        assertThat(source.breaker().last()).isEqualTo(Reason.FAILED);
    }
}
