package se.ryggrad.core.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.registry.PersonInquiry;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.api.registry.RegisteredRepresentation;
import se.ryggrad.api.registry.RegisteredRepresentative;
import se.ryggrad.api.registry.RegistryInquiry;
import se.ryggrad.api.registry.RepresentativesInquiry;

/** Tests how a registry is asked, and what counts as no answer (ID-051, ID-054). */
class HttpRegistryTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String NUMBER = "199001019802";
    private static final RegistryInquiry INQUIRY = new RegistryInquiry(
            new PrincipalId("2581"), new Identity(IdentityScheme.PERSONNUMMER, NUMBER), RegistryFixture.ISSUER, TRACE);
    private static final Identity CHILD = new Identity(IdentityScheme.PERSONNUMMER, "201503149823");
    private static final RepresentativesInquiry TURNED_ROUND =
            new RepresentativesInquiry(new PrincipalId("2581"), CHILD, RegistryFixture.ISSUER, TRACE);
    private static final PersonInquiry PERSONS = new PersonInquiry(
            new PrincipalId("2581"), Set.of(INQUIRY.representative(), CHILD), RegistryFixture.ISSUER, TRACE);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration IMPATIENCE = Duration.ofMillis(300);
    private static final String JSON = "application/json";
    private static final String ANSWER = """
            {"representations": [{"id": "mo-7", "kind": "power-of-attorney", "rights": ["read"],
              "represented": {"scheme": "organisationsnummer", "value": "2120001066", "name": "Lomma kommun"}}],
             "representatives": [{"id": "mo-7", "kind": "power-of-attorney", "rights": ["read"],
              "representative": {"scheme": "personnummer", "value": "199001019802"}}],
             "persons": [{"scheme": "personnummer", "value": "201503149823", "protection": "sekretessmarkering"}]}
            """;

    @Test
    void asksByTheContract() throws IOException {
        List<String> asked = new ArrayList<>();
        HttpHandler answer = RegistryFixture.answering(200, "application/json; charset=UTF-8", ANSWER);
        HttpHandler handler = exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            asked.add(String.join(
                    " ",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    exchange.getRequestHeaders().getFirst("traceparent"),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    new String(body, StandardCharsets.UTF_8)));
            answer.handle(exchange);
        };
        try (RegistryFixture registry = new RegistryFixture(handler)) {
            assertThat(registry.registry(PATIENCE, Optional.of("secret")).search(INQUIRY))
                    .singleElement()
                    .extracting(RegisteredRepresentation::kind)
                    .isEqualTo(RepresentationKind.POWER_OF_ATTORNEY);
            assertThat(registry.registry(PATIENCE, Optional.of("secret")).representatives(TURNED_ROUND))
                    .singleElement()
                    .extracting(RegisteredRepresentative::representative)
                    .isEqualTo(INQUIRY.representative());
            assertThat(registry.persons(PATIENCE, Optional.of("secret")).search(PERSONS))
                    .isEqualTo(Map.of(CHILD, Protection.SEKRETESSMARKERING));
        }
        String anna = "{\"scheme\":\"personnummer\",\"value\":\"" + NUMBER + "\"}";
        assertThat(asked)
                .containsExactly(
                        "POST /registry/representations/searches application/json " + TRACE + " Bearer secret "
                                + "{\"representative\":" + anna + "}",
                        "POST /registry/representatives/searches application/json " + TRACE + " Bearer secret "
                                + "{\"represented\":" + anna.replace(NUMBER, CHILD.value()) + "}",
                        "POST /registry/persons/searches application/json " + TRACE + " Bearer secret "
                                + "{\"persons\":[" + anna + "," + anna.replace(NUMBER, CHILD.value()) + "]}");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 302, 307, 400, 401, 404, 500, 503})
    void takesAnotherStatusForSilence(int status) throws IOException {
        silent(RegistryFixture.answering(status, JSON, status == 204 ? "" : ANSWER), PATIENCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"representations\": [",
                "{\"representations\": {}, \"representatives\": {}, \"persons\": {}}",
                "{\"persons\": [], \"representations\": [], \"representations\": [], \"persons\": []}",
                "{\"representations\": [{\"id\": \"1\"}], \"persons\": [{\"scheme\": \"prid\"}]}"
            })
    void takesAnotherContentForSilence(String body) throws IOException {
        silent(RegistryFixture.answering(200, JSON, body), PATIENCE);
    }

    @Test
    void takesOtherOctetsThanUtf8ForSilence() throws IOException {
        byte[] latin =
                "{\"representations\": [], \"persons\": [], \"name\": \"Åsa\"}".getBytes(StandardCharsets.ISO_8859_1);
        silent(RegistryFixture.answering(200, JSON, latin), PATIENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/problem+json", "application/json; charset=iso-8859-1"})
    void takesAnotherMediaTypeForSilence(String type) throws IOException {
        silent(RegistryFixture.answering(200, type, ANSWER), PATIENCE);
    }

    @Test
    void takesTooLargeAnAnswerForSilence() throws IOException {
        silent(
                RegistryFixture.answering(
                        200, JSON, "{\"representations\": [], \"persons\": []}" + " ".repeat(1_000_000)),
                PATIENCE);
        silent(exchange -> RegistryFixture.endlessly(exchange, 64_000, Duration.ZERO), PATIENCE);
    }

    @Test
    void takesAnAnswerThatIsNotWholeInTimeForSilence() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        silent(exchange -> await(never), IMPATIENCE);
        silent(exchange -> RegistryFixture.endlessly(exchange, 1, Duration.ofMillis(20)), IMPATIENCE);
        never.countDown();
    }

    @Test
    void takesARegistryThatIsNotThereForSilence() throws IOException {
        HttpRegistry gone;
        HttpPersonRegistry nobody;
        try (RegistryFixture registry = new RegistryFixture(RegistryFixture.answering(200, JSON, ANSWER))) {
            gone = registry.registry(PATIENCE, Optional.empty());
            nobody = registry.persons(PATIENCE, Optional.empty());
        }
        unanswered(gone);
        unanswered(nobody);
    }

    @Test
    void asksNoMoreThanThirtyTwoAtATimeAndLetsOthersWait() throws Exception {
        CountDownLatch arrived = new CountDownLatch(33);
        CountDownLatch answered = new CountDownLatch(1);
        HttpHandler answer = RegistryFixture.answering(200, JSON, ANSWER);
        HttpHandler handler = exchange -> {
            arrived.countDown();
            await(answered);
            answer.handle(exchange);
        };
        try (RegistryFixture fixture = new RegistryFixture(handler)) {
            HttpRegistry registry = fixture.registry(PATIENCE, Optional.empty());
            ExecutorService threads = Executors.newFixedThreadPool(33);
            List<Future<List<RegisteredRepresentation>>> asked = new ArrayList<>();
            for (int count = 0; count < 33; count++) {
                asked.add(threads.submit(() -> registry.search(INQUIRY)));
            }
            assertThat(arrived.await(1, TimeUnit.SECONDS)).isFalse();
            assertThat(arrived.getCount()).isOne();
            answered.countDown();
            for (Future<List<RegisteredRepresentation>> each : asked) {
                assertThat(each.get()).hasSize(1);
            }
            threads.shutdown();
        }
    }

    @Test
    void waitsForAPlaceNoLongerThanForAnAnswer() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (RegistryFixture fixture = new RegistryFixture(exchange -> await(never))) {
            HttpRegistry registry = fixture.registry(IMPATIENCE, Optional.empty());
            ExecutorService threads = Executors.newFixedThreadPool(40);
            List<Callable<Boolean>> asking = Collections.nCopies(40, () -> {
                unanswered(registry);
                return true;
            });
            assertThat(threads.invokeAll(asking, PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .noneMatch(Future::isCancelled);
            threads.shutdown();
            never.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void silent(HttpHandler handler, Duration timeout) throws IOException {
        try (RegistryFixture registry = new RegistryFixture(handler)) {
            unanswered(registry.registry(timeout, Optional.empty()));
            unanswered(registry.persons(timeout, Optional.empty()));
        }
    }

    private static void unanswered(HttpPersonRegistry registry) {
        unanswered(() -> registry.search(PERSONS));
    }

    private static void unanswered(HttpRegistry registry) {
        unanswered(() -> registry.search(INQUIRY));
        unanswered(() -> registry.representatives(TURNED_ROUND));
    }

    private static void unanswered(ThrowingCallable search) {
        assertThatThrownBy(search).isInstanceOfSatisfying(RyggradException.class, refused -> {
            assertThat(refused.problem().type()).isEqualTo(ProblemType.UNAVAILABLE);
            assertThat(refused).hasNoCause();
        });
    }
}
