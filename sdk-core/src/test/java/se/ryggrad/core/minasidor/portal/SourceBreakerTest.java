package se.ryggrad.core.minasidor.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests when a source is left alone, how it is shown then, and when it is asked again (MINA-032, MINA-033). */
class SourceBreakerTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration STANDARD = Duration.ofSeconds(30);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(5);

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"TIMEOUT", "FAILED", "FOREIGN"})
    void leavesASourceAloneAfterFiveFaultsInARow(Reason fault) {
        SourceBreaker breaker = new SourceBreaker("steady", LONG);
        for (int call = 1; call <= 5; call++) {
            assertThat(breaker.rests()).as("before call %d", call).isFalse();
            call(breaker, Optional.of(fault));
        }

        assertThat(breaker.rests()).isTrue();
        assertThat(breaker.begin()).isFalse();
        assertThat(breaker.last()).isEqualTo(fault);
    }

    @Test
    void countsNothingBeforeAnAnswerOrARefusal() {
        for (Optional<Reason> between : List.of(Optional.<Reason>empty(), Optional.of(Reason.DENIED))) {
            SourceBreaker breaker = new SourceBreaker("wavering", LONG);
            fail(breaker, 4, Reason.TIMEOUT);
            call(breaker, between);
            fail(breaker, 4, Reason.TIMEOUT);
            assertThat(breaker.rests()).isFalse();
            fail(breaker, 1, Reason.FAILED);
            assertThat(breaker.rests()).isTrue();
        }
    }

    @Test
    void isShownAsItWasAtTheLast() {
        SourceBreaker breaker = new SourceBreaker("hung", LONG);
        fail(breaker, 4, Reason.FAILED);
        fail(breaker, 1, Reason.TIMEOUT);

        assertThat(breaker.last()).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void asksOnceAfterTheRest() throws InterruptedException {
        SourceBreaker breaker = new SourceBreaker("hung", SHORT);
        fail(breaker, 5, Reason.TIMEOUT);
        assertThat(breaker.begin()).isFalse();
        Thread.sleep(SHORT.toMillis() + 50);

        assertThat(breaker.rests()).isFalse();
        assertThat(breaker.begin()).isTrue();
        assertThat(breaker.begin()).as("while one tries").isFalse();
        breaker.end(Optional.of(Reason.FAILED));
        assertThat(breaker.rests()).isTrue();
        assertThat(breaker.last()).isEqualTo(Reason.FAILED);
    }

    @Test
    void asksAgainAndAgainOnceItAnswers() throws InterruptedException {
        SourceBreaker breaker = new SourceBreaker("hung", SHORT);
        fail(breaker, 5, Reason.TIMEOUT);
        Thread.sleep(SHORT.toMillis() + 50);

        call(breaker, Optional.empty());
        fail(breaker, 4, Reason.TIMEOUT);
        assertThat(breaker.rests()).isFalse();
        assertThat(breaker.begin()).isTrue();
    }

    @Test
    void countsACallThatSaysNothingNeitherWay() {
        SourceBreaker breaker = new SourceBreaker("hung", LONG);
        fail(breaker, 4, Reason.TIMEOUT);
        excuse(breaker);
        assertThat(breaker.rests()).isFalse();
        fail(breaker, 1, Reason.TIMEOUT);
        assertThat(breaker.rests()).isTrue();
    }

    @Test
    void restsAgainAfterACallThatSaysNothing() throws InterruptedException {
        Duration rest = Duration.ofSeconds(1);
        SourceBreaker breaker = new SourceBreaker("failing", rest);
        fail(breaker, 5, Reason.FAILED);
        Thread.sleep(rest.toMillis() + 50);
        excuse(breaker);

        assertThat(breaker.begin()).isFalse();
        assertThat(breaker.last()).isEqualTo(Reason.FAILED);
        Thread.sleep(rest.toMillis() + 50);
        assertThat(breaker.begin()).isTrue();
    }

    @Test
    void restsNoLongerThanTheStandardLets() {
        assertThat(SourceBreaker.FAULTS).isEqualTo(5);
        assertThat(SourceBreaker.REST.plus(LONGEST_CALL)).isLessThanOrEqualTo(STANDARD);
    }

    private static void fail(SourceBreaker breaker, int times, Reason reason) {
        for (int call = 0; call < times; call++) {
            call(breaker, Optional.of(reason));
        }
    }

    private static void excuse(SourceBreaker breaker) {
        assertThat(breaker.begin()).isTrue();
        breaker.excuse();
    }

    private static void call(SourceBreaker breaker, Optional<Reason> unanswered) {
        assertThat(breaker.begin()).isTrue();
        breaker.end(unanswered);
    }
}
