package se.ryggrad.core.minasidor.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.MovingClock;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.minasidor.portal.RememberedAnswers.Whose;

/** Tests for how long an earlier answer is shown, and to whom (MINA-028 to MINA-030). */
class RememberedAnswersTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Optional<String> HIGH = Optional.of("http://id.elegnamnden.se/loa/1.0/loa3");
    private static final Optional<String> LOW = Optional.of("http://id.elegnamnden.se/loa/1.0/loa2");
    private static final Whose ANNA = whose(People.ANNA, Optional.empty());

    private final MovingClock clock = new MovingClock(NOON);
    private final RememberedAnswers remembered = new RememberedAnswers(HOUR, clock);

    @Test
    void showsAnAnswerUntilItIsTooOld() {
        SourceAnswer answer = answer();
        remembered.keep(ANNA, HIGH, answer);

        clock.advance(HOUR);
        assertThat(remembered.find(ANNA, HIGH)).contains(answer);
        clock.advance(Duration.ofMillis(1));
        assertThat(remembered.find(ANNA, HIGH)).isEmpty();
    }

    @Test
    void showsTheLatest() {
        remembered.keep(ANNA, HIGH, answer());
        clock.advance(Duration.ofMinutes(50));
        SourceAnswer later = answer();
        remembered.keep(ANNA, HIGH, later);
        clock.advance(Duration.ofMinutes(50));

        assertThat(remembered.find(ANNA, HIGH)).contains(later);
        assertThat(remembered.size()).isOne();
    }

    @Test
    void showsNobodyElsesAnswer() {
        remembered.keep(ANNA, HIGH, answer());

        assertThat(remembered.find(whose(People.BERTIL, Optional.empty()), HIGH))
                .isEmpty();
        assertThat(remembered.find(whose(People.ANNA, Optional.of(People.identity(People.BERTIL))), HIGH))
                .isEmpty();
        assertThat(remembered.find(ANNA, LOW)).isEmpty();
        assertThat(remembered.find(ANNA, Optional.empty())).isEmpty();
        assertThat(remembered.find(
                        new Whose(ANNA.principal(), "second", ANNA.issuer(), ANNA.person(), ANNA.represented()), HIGH))
                .isEmpty();
        assertThat(remembered.find(
                        new Whose(
                                ANNA.principal(),
                                ANNA.source(),
                                "https://other.example.se",
                                ANNA.person(),
                                ANNA.represented()),
                        HIGH))
                .isEmpty();
        assertThat(remembered.find(
                        new Whose(
                                new PrincipalId("2582"),
                                ANNA.source(),
                                ANNA.issuer(),
                                ANNA.person(),
                                ANNA.represented()),
                        HIGH))
                .isEmpty();
        assertThat(remembered.find(ANNA, HIGH)).isPresent();
    }

    @Test
    void keepsEachLevelsOwnAnswer() {
        SourceAnswer high = answer();
        remembered.keep(ANNA, HIGH, high);
        clock.advance(Duration.ofMinutes(1));
        SourceAnswer low = answer();
        remembered.keep(ANNA, LOW, low);

        assertThat(remembered.find(ANNA, HIGH)).contains(high);
        assertThat(remembered.find(ANNA, LOW)).contains(low);
    }

    @Test
    void forgetsAtEveryLevelAndNobodyElse() {
        Whose bertil = whose(People.BERTIL, Optional.empty());
        remembered.keep(ANNA, HIGH, answer());
        remembered.keep(ANNA, LOW, answer());
        remembered.keep(bertil, HIGH, answer());

        remembered.forget(ANNA);

        assertThat(remembered.find(ANNA, HIGH)).isEmpty();
        assertThat(remembered.find(ANNA, LOW)).isEmpty();
        assertThat(remembered.find(bertil, HIGH)).isPresent();
        assertThat(remembered.size()).isOne();
    }

    @Test
    void holdsNoMoreThanItMay() {
        RememberedAnswers small = new RememberedAnswers(HOUR, clock, 2, 1 << 20);
        Whose bertil = whose(People.BERTIL, Optional.empty());
        Whose child = whose(People.ANNA, Optional.of(People.identity(People.BERTIL)));
        for (Whose whose : List.of(ANNA, bertil, child)) {
            small.keep(whose, HIGH, answer());
        }

        assertThat(small.size()).isEqualTo(2);
        assertThat(small.find(ANNA, HIGH)).as("written longest ago").isEmpty();
        assertThat(small.find(child, HIGH)).isPresent();
    }

    @Test
    void holdsNoMoreOctetsThanItMay() {
        RememberedAnswers small = new RememberedAnswers(HOUR, clock, 100, 2048);
        Whose bertil = whose(People.BERTIL, Optional.empty());
        small.keep(ANNA, HIGH, answer());
        small.keep(bertil, HIGH, answer());

        assertThat(small.find(ANNA, HIGH)).isEmpty();
        assertThat(small.find(bertil, HIGH)).isPresent();
    }

    @Test
    void holdsNothingThatIsTooOld() {
        remembered.keep(ANNA, HIGH, answer());
        clock.advance(HOUR.plusMillis(1));
        remembered.sweep();

        assertThat(remembered.size()).isZero();
    }

    private SourceAnswer answer() {
        return new SourceAnswer(List.of(), false, clock.instant(), 1000);
    }

    private static Whose whose(String person, Optional<Identity> represented) {
        UUID id = UUID.nameUUIDFromBytes(person.getBytes(StandardCharsets.UTF_8));
        return new Whose(
                People.PRINCIPAL, "steady", "https://login.example.se", new ActorId(id.toString()), represented);
    }
}
