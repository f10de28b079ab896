package se.ryggrad.conformance.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.conformance.issuer.Counterparty;
import se.ryggrad.conformance.issuer.Slot;
import se.ryggrad.conformance.issuer.TokenBuilder;
import se.ryggrad.conformance.issuer.TokenEndpoint;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import tools.jackson.databind.JsonNode;

class SourcesTest {

    private static final String ONE = "199001019802";
    private static final String OTHER = "199001029801";
    private static final Duration MOMENT = Duration.ofMillis(300);

    private final HttpClient client = HttpClient.newHttpClient();
    private Counterparty counterparty;
    private Slot slot;

    @BeforeEach
    void start() throws IOException {
        counterparty = Counterparty.listen("127.0.0.1", 0);
        slot = counterparty.takeSlot();
    }

    @AfterEach
    void stop() {
        counterparty.close();
    }

    @Test
    void holdsWhatIsPlannedForWhoeverIsAskedAbout() throws IOException, InterruptedException {
        slot.sources()
                .plan(ONE, PlayedSource.STEADY, Plan.of(PlayedItem.of("a")).andMore());

        String token = exchanged(ONE, PlayedSource.STEADY);
        HttpResponse<String> answer = ask(PlayedSource.STEADY, token);

        JsonNode item = Json.read(answer.body()).at("/items/0");
        assertThat(item.path("id").asString()).isEqualTo("a");
        assertThat(item.path("for").asString()).isEqualTo(Shown.of(token).subject());
        assertThat(answer.headers().firstValue("Link")).isPresent();
        assertThat(ask(PlayedSource.STEADY, exchanged(OTHER, PlayedSource.STEADY))
                        .body())
                .contains("\"items\":[]");
        assertThat(slot.sources().lookups(ONE, PlayedSource.STEADY)).hasSize(1);
        assertThat(slot.sources().lookups(ONE, PlayedSource.SECOND)).isEmpty();
    }

    @Test
    void exchangesATokenForOneThatIsGoodAtTheSourceAlone() throws IOException, InterruptedException {
        String own = own(ONE);
        Shown issued = Shown.of(exchanged(ONE, PlayedSource.STEADY));

        assertThat(issued.person()).isEqualTo(ONE);
        assertThat(issued.subject())
                .isNotEqualTo(Shown.of(own).subject())
                .isNotEqualTo(Shown.of(exchanged(ONE, PlayedSource.SECOND)).subject());
        assertThat(Json.write(issued.claims().path("aud")))
                .isEqualTo("[\"" + slot.sources().url(PlayedSource.STEADY) + "\"]");
        assertThat(issued.claims().at("/act/sub").asString()).isEqualTo(TokenEndpoint.CLIENT);
        assertThat(issued.claims().path("acr")).isEqualTo(Shown.of(own).claims().path("acr"));
        assertThat(slot.tokens().exchanges(ONE)).hasSize(2);
        assertThat(slot.tokens().exchanges(OTHER)).isEmpty();
    }

    @Test
    void exchangesNothingForOtherClientsAndOtherResources() throws IOException, InterruptedException {
        String url = slot.sources().url(PlayedSource.STEADY);
        assertThat(exchange(own(ONE), url, "guessed").statusCode()).isEqualTo(401);
        assertThat(exchange(own(ONE), "https://example.org", TokenEndpoint.SECRET)
                        .statusCode())
                .isEqualTo(400);
        assertThat(exchange(own(ONE), slot.sources().url(PlayedSource.UNTARGETED), TokenEndpoint.SECRET)
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"FAILING, 500", "MALFORMED, 200", "MISSHAPEN, 200", "MOVED, 302", "REFUSING, 403", "FOREIGN, 200"})
    void eachBadSourceIsBadInItsOwnWay(PlayedSource source, int status) throws IOException, InterruptedException {
        assertThat(ask(source, exchanged(ONE, source)).statusCode()).isEqualTo(status);
    }

    @Test
    void sendsMoreThanAPortalReads() throws IOException, InterruptedException {
        slot.sources().swell(2_000_000);
        String token = exchanged(ONE, PlayedSource.HUGE);
        assertThat(ask(PlayedSource.HUGE, token).body().length()).isGreaterThan(2_000_000);

        slot.sources()
                .plan(ONE, PlayedSource.STEADY, Plan.of(PlayedItem.of("a")).sized(50_000));
        String sized =
                ask(PlayedSource.STEADY, exchanged(ONE, PlayedSource.STEADY)).body();
        assertThat(sized.getBytes(StandardCharsets.UTF_8)).hasSize(50_000);
    }

    @ParameterizedTest
    @CsvSource({"HUNG", "DRIPPING"})
    void endsNoAnswerUntilTheRunEnds(PlayedSource source) throws IOException, InterruptedException {
        String token = exchanged(ONE, source);
        var answer = client.sendAsync(request(source, token).build(), HttpResponse.BodyHandlers.ofString());
        Thread.sleep(MOMENT.toMillis());
        assertThat(answer).isNotDone();

        counterparty.giveBack(slot);
        assertThat(answer.handle((response, failure) -> "ended")).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void keepsNoThreadForThoseWhoWait() throws IOException, InterruptedException {
        String token = exchanged(ONE, PlayedSource.HUNG);
        int before = Thread.activeCount();
        for (int i = 0; i < 20; i++) {
            HttpRequest impatient = request(PlayedSource.HUNG, token)
                    .timeout(Duration.ofMillis(30))
                    .build();
            assertThatThrownBy(() -> client.send(impatient, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(HttpTimeoutException.class);
        }
        assertThat(Thread.activeCount()).isLessThan(before + 15);
    }

    @Test
    void remembersWhoFollowsARedirect() throws IOException, InterruptedException {
        HttpResponse<String> moved = ask(PlayedSource.MOVED, exchanged(ONE, PlayedSource.MOVED));
        assertThat(slot.sources().trapped()).isEmpty();

        URI address = URI.create(moved.headers().firstValue("Location").orElseThrow());
        client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(slot.sources().trapped()).hasSize(1);
    }

    private String own(String number) {
        return TokenBuilder.issuedBy(slot.person(), "https://portal.example.se", "subject")
                .claim(People.PERSONNUMMER, number)
                .claim("acr", "loa3")
                .compact();
    }

    private String exchanged(String number, PlayedSource source) throws IOException, InterruptedException {
        String body = exchange(own(number), slot.sources().url(source), TokenEndpoint.SECRET)
                .body();
        return Json.read(body).path("access_token").asString("refused");
    }

    private HttpResponse<String> exchange(String subject, String resource, String secret)
            throws IOException, InterruptedException {
        String form = Map.of("subject_token", subject, "resource", resource).entrySet().stream()
                .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        byte[] pair = (TokenEndpoint.CLIENT + ":" + secret).getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(slot.person().url() + "/token"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
                .POST(BodyPublishers.ofString(form))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(PlayedSource source, String token) throws IOException, InterruptedException {
        return client.send(request(source, token).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(PlayedSource source, String token) {
        return HttpRequest.newBuilder(URI.create(slot.sources().url(source) + "/overview-items?limit=100"))
                .header("Authorization", "Bearer " + token);
    }
}
