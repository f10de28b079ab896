package se.ryggrad.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.core.cases.MovingClock;

/** Tests when the keys of an issuer are fetched (ID-012, ID-013). */
class JwksIssuerKeysTest {

    private static final String UNKNOWN = "unknown";

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final JwksIssuerKeys keys = new JwksIssuerKeys(new JwksFetch(Duration.ofSeconds(20)), clock);
    private IssuerFixture issuer;

    @BeforeEach
    void start() throws Exception {
        issuer = new IssuerFixture();
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void triesAFailedFetchAgainAfterTheCoolDown() {
        for (int status : new int[] {500, 302}) {
            issuer.answer(status);
            unavailable();
            clock.advance(Duration.ofSeconds(10));
        }
        issuer.answer(200);
        assertThat(find("curve")).isPresent();
        issuer.answer(500);
        clock.advance(Duration.ofMinutes(6));
        assertThat(find("curve")).as("the keys there were go on").isPresent();
        assertThat(issuer.fetches()).isEqualTo(4);
    }

    @Test
    void limitsFetchesThatFail() {
        issuer.answer(500);
        for (int time = 0; time < 5; time++) {
            unavailable();
        }
        assertThat(issuer.fetches()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(10));
        issuer.answer(200);
        assertThat(find("curve")).isPresent();
        issuer.answer(500);
        clock.advance(Duration.ofSeconds(10));
        for (int time = 0; time < 5; time++) {
            assertThat(find(UNKNOWN)).isEmpty();
        }
        assertThat(issuer.fetches()).isEqualTo(3);
    }

    @Test
    void answersFromTheKnownKeysWhileSomebodyElseFetches() throws Exception {
        assertThat(find("curve")).isPresent();
        clock.advance(Duration.ofMinutes(6));
        issuer.hang();
        CompletableFuture<Optional<JWK>> waiting =
                CompletableFuture.supplyAsync(() -> find(UNKNOWN), JwksIssuerKeysTest::start);
        issuer.awaitFetches(2);

        assertThat(find(UNKNOWN)).isEmpty();
        assertThat(find("curve")).isPresent();
        clock.advance(Duration.ofSeconds(11));
        assertThat(find(UNKNOWN)).as("no second fetch beside the first").isEmpty();

        assertThat(waiting).isNotDone();
        issuer.goOn();
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isEmpty();
        assertThat(issuer.fetches()).isEqualTo(2);
    }

    @Test
    void sharesTheFirstFetch() throws Exception {
        issuer.hang();
        CompletableFuture<Optional<JWK>> first =
                CompletableFuture.supplyAsync(() -> find("curve"), JwksIssuerKeysTest::start);
        issuer.awaitFetches(1);
        CompletableFuture<Optional<JWK>> second =
                CompletableFuture.supplyAsync(() -> find("curve"), JwksIssuerKeysTest::start);
        issuer.goOn();

        assertThat(first.get(20, TimeUnit.SECONDS)).isPresent();
        assertThat(second.get(20, TimeUnit.SECONDS)).isPresent();
        assertThat(issuer.fetches()).isEqualTo(1);
    }

    private Optional<JWK> find(String kid) {
        return keys.find(issuer.trusted(ActorKind.PERSON), kid);
    }

    private void unavailable() {
        assertThatThrownBy(() -> find("curve"))
                .isInstanceOfSatisfying(
                        RyggradException.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.UNAVAILABLE));
    }

    /** Starts a thread for each: the common pool has one alone on a machine of two cores. */
    private static void start(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }
}
