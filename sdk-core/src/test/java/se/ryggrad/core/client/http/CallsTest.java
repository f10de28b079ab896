package se.ryggrad.core.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.idempotency.IdempotencyKey;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.represented.Representing;
import se.ryggrad.core.json.JsonTree;

class CallsTest {

    private static final Caller ANNA = People.person(People.ANNA);
    private static final JsonTree.ObjectNode BODY =
            JsonTree.object().put("identity", People.ANNA).build();
    private static final String BUSY = "{\"type\":\"urn:ryggrad:problem:unavailable\",\"detail\":\"Later.\"}";

    @AutoClose
    private final PlayedSystem played = new PlayedSystem();

    private final Calls calls = new Calls(played.address(), PlayedSystem::token);

    CallsTest() throws IOException {}

    @Test
    void saysWhoAsksForWhomAndInWhichTrace() {
        played.answers(200, "{}");
        Caller guardian = Representing.by(RepresentationKind.GUARDIAN).as(ANNA, People.identity(People.BERTIL));

        calls.send(Ask.read(guardian, "/cases?page=1"));

        PlayedSystem.Asked asked = played.asked().get(0);
        assertThat(asked.uri()).isEqualTo("/ryggrad/2581/v1/cases?page=1");
        assertThat(asked.header("Authorization")).contains("Bearer " + PlayedSystem.TOKEN);
        assertThat(asked.header("On-Behalf-Of"))
                .contains(guardian.representation().orElseThrow().id().toString());
        assertThat(asked.header("traceparent")).contains(ANNA.traceparent());
        assertThat(asked.header("Accept-Language")).contains("en");
        assertThat(asked.header("Idempotency-Key")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void triesAWriteAgainUnderTheSameKey(int status) {
        played.answers(status, BUSY).breaksOff().answers(200, "{}");
        IdempotencyKey key = new IdempotencyKey(UUID.randomUUID());

        calls.send(Ask.write(ANNA, "/cases", BODY, key));

        assertThat(played.asked()).hasSize(3).allSatisfy(asked -> {
            assertThat(asked.header("Idempotency-Key")).contains(key.value().toString());
            assertThat(asked.body()).isEqualTo("{\"identity\":\"" + People.ANNA + "\"}");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 412, 422, 428, 429})
    void triesNothingAgainThatIsRefused(int status) {
        played.answers(status, "{}").answers(200, "{}");

        assertThatThrownBy(() -> calls.send(Ask.read(ANNA, "/cases"))).isInstanceOf(RyggradException.class);
        assertThat(played.asked()).hasSize(1);
    }

    @Test
    void givesUpAfterItsTries() {
        played.answers(503, BUSY);

        assertThat(type(Ask.read(ANNA, "/cases"))).isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(played.asked()).hasSize(3);
    }

    @Test
    void waitsAsLongAsItIsTold() {
        played.answers(503, BUSY, Map.of("Retry-After", "1")).answers(200, "{}");
        long begun = System.nanoTime();

        calls.send(Ask.read(ANNA, "/cases"));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void doesNotWaitBeyondItsDeadline() {
        played.answers(503, BUSY, Map.of("Retry-After", "3600")).answers(200, "{}");

        assertThat(type(Ask.read(ANNA, "/cases"))).isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(played.asked()).hasSize(1);
    }

    @Test
    void endsAnAnswerThatNeverEnds() {
        played.hangs();
        Calls hasty = new Calls(
                played.address(new Patience(Duration.ofSeconds(2), 3, Duration.ofMillis(1))), PlayedSystem::token);

        RyggradException late =
                catchThrowableOfType(RyggradException.class, () -> hasty.send(Ask.read(ANNA, "/cases")));

        assertThat(late.problem().type()).isEqualTo(ProblemType.UNAVAILABLE);
    }

    @Test
    void followsNoRedirect() {
        played.answers(307, "{}", Map.of("Location", "/elsewhere")).answers(200, "{}");

        assertThat(type(Ask.read(ANNA, "/cases"))).isEqualTo(ProblemType.INTERNAL);
        assertThat(played.asked()).hasSize(1);
    }

    @Test
    void showsNobodysTokenButWhereThereIsOne() {
        played.answers(200, "{}");

        calls.send(Ask.read(People.nobody(), "/cases"));

        assertThat(played.asked().get(0).header("Authorization")).isEmpty();
        Calls without = new Calls(played.address(), caller -> Optional.empty());
        RyggradException refused =
                catchThrowableOfType(RyggradException.class, () -> without.send(Ask.read(ANNA, "/cases")));
        assertThat(refused.problem().type()).isEqualTo(ProblemType.NOT_AUTHENTICATED);
        assertThat(played.asked()).hasSize(1);
    }

    @Test
    void refusesACallerOfAnotherPrincipal() {
        Caller elsewhere = new Caller(new PrincipalId("2584"), ANNA.actor(), ANNA.traceparent());

        assertThatThrownBy(() -> calls.send(Ask.read(elsewhere, "/cases")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2584");
        assertThat(played.asked()).isEmpty();
    }

    @Test
    void tellsNeitherTokensNorNumbersWhenItFails() {
        Calls torn = new Calls(played.address(), caller -> Optional.of(PlayedSystem.TOKEN + "\r\nX: 1"));
        Ask search = Ask.search(ANNA, "/cases/searches", BODY);
        played.breaksOff();

        assertThat(told(() -> torn.send(search))).doesNotContain(PlayedSystem.TOKEN);
        assertThat(told(() -> calls.send(search))).doesNotContain(PlayedSystem.TOKEN, People.ANNA);
        assertThat(search.toString()).doesNotContain(People.ANNA);
    }

    private ProblemType type(Ask ask) {
        return catchThrowableOfType(RyggradException.class, () -> calls.send(ask))
                .problem()
                .type();
    }

    private static String told(Runnable call) {
        StringWriter told = new StringWriter();
        Throwable thrown = catchThrowableOfType(RuntimeException.class, call::run);
        assertThat(thrown).isNotNull();
        thrown.printStackTrace(new PrintWriter(told, true));
        return told.toString();
    }
}
