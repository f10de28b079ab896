package se.ryggrad.conformance.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.issuer.Counterparty;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.JsonNode;

class OperatorsTest {

    private static final String ONE = "199001019802";
    private static final String OTHER = "199001029801";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newHttpClient();
    private Counterparty counterparty;
    private Operators operators;
    private Operator mailbox;

    @BeforeEach
    void start() throws IOException {
        counterparty = Counterparty.listen("127.0.0.1", 0);
        operators = counterparty.takeSlot().operators();
        mailbox = operators.named("mailbox");
    }

    @AfterEach
    void stop() {
        counterparty.close();
    }

    @Test
    void reachesAndDeliversUnlessItIsPlannedOtherwise() throws IOException, InterruptedException {
        mailbox.plans(ONE, Asked.REACHABILITY, Reply.unreachable("no-mailbox"));
        mailbox.plans(ONE, Asked.DELIVERY, Reply.of(503).with("Retry-After", "1"), Reply.of(202));

        assertThat(Json.read(call("mailbox/reachability", ONE).body()))
                .isEqualTo(Json.object("reachable", false, "reason", "no-mailbox"));
        assertThat(Json.read(call("mailbox/reachability", OTHER).body())).isEqualTo(Json.object("reachable", true));
        var busy = call("mailbox/deliveries", ONE);
        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(busy.headers().firstValue("Retry-After")).contains("1");
        assertThat(call("mailbox/deliveries", ONE).statusCode()).isEqualTo(202);
        assertThat(call("mailbox/deliveries", ONE).statusCode()).isEqualTo(202);
        assertThat(call("mailbox/deliveries", OTHER).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsEachCallUnderItsRecipient() throws IOException, InterruptedException {
        call("mailbox/reachability", ONE);
        call("mailbox/deliveries", ONE);
        call("post/deliveries", ONE);

        assertThat(mailbox.calls(ONE)).extracting(Called::asked).containsExactly(Asked.REACHABILITY, Asked.DELIVERY);
        assertThat(mailbox.calls(OTHER)).isEmpty();
        assertThat(operators.named("post").calls(ONE)).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.target()).isEqualTo("/1/channels/post/deliveries");
            assertThat(call.header("authorization")).isEqualTo("Bearer suite-channel-token");
            assertThat(call.toString()).doesNotContain(ONE);
        });
        assertThat(operators.calls()).hasSize(3);
    }

    @Test
    void findsTheRecipientOfANotice() throws IOException, InterruptedException {
        send("sms/deliveries", Operators.TOKEN, Json.object("recipient", Json.object("phone", "+46701740605")));
        send("email/deliveries", Operators.TOKEN, Json.object("recipient", Json.object("email", "a@example.se")));

        assertThat(operators.named("sms").calls("+46701740605")).hasSize(1);
        assertThat(operators.named("email").calls("a@example.se")).hasSize(1);
    }

    @Test
    void refusesWhoeverHasNoToken() throws IOException, InterruptedException {
        assertThat(send("mailbox/deliveries", "another", body(ONE)).statusCode())
                .isEqualTo(401);
        assertThat(mailbox.calls(ONE)).hasSize(1);
    }

    @Test
    void holdsAnAnswerBackUntilTheGateIsOpen() throws InterruptedException, ExecutionException, TimeoutException {
        Gate gate = new Gate();
        mailbox.plans(ONE, Asked.DELIVERY, Reply.of(200).behind(gate));

        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request("mailbox/deliveries", Operators.TOKEN, body(ONE)), text());
        assertThat(mailbox.await(ONE, calls -> calls.size() == 1, SOON)).hasSize(1);
        assertThat(gate.passed()).isFalse();
        assertThat(answer).isNotDone();

        gate.open();
        assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(gate.passed()).isTrue();
    }

    @Test
    void breaksOffWithoutAnAnswer() {
        mailbox.plans(ONE, Asked.DELIVERY, Reply.none());

        assertThatThrownBy(() -> call("mailbox/deliveries", ONE)).isInstanceOf(IOException.class);
    }

    @Test
    void countsWhoeverFollowsARedirect() throws IOException, InterruptedException {
        mailbox.plans(ONE, Asked.DELIVERY, Reply.of(307).with("Location", operators.elsewhere("x")));
        assertThat(call("mailbox/deliveries", ONE).statusCode()).isEqualTo(307);
        assertThat(operators.strays("x")).isEmpty();

        call("elsewhere/x", ONE);
        assertThat(operators.strays("x")).hasSize(1);
        assertThat(operators.strays("y")).isEmpty();
    }

    @Test
    void knowsNothingElse() throws IOException, InterruptedException {
        assertThat(call("pigeon/deliveries", ONE).statusCode()).isEqualTo(404);
        assertThat(call("mailbox/receipts", ONE).statusCode()).isEqualTo(404);
    }

    @Test
    void looksForItsIdsOnce() {
        assertThat(operators.prefix(() -> Optional.of("suite-1-"))).contains("suite-1-");
        assertThat(operators.prefix(Optional::empty)).contains("suite-1-");
    }

    private HttpResponse<String> call(String path, String number) throws IOException, InterruptedException {
        return send(path, Operators.TOKEN, body(number));
    }

    private HttpResponse<String> send(String path, String token, JsonNode body)
            throws IOException, InterruptedException {
        return client.send(request(path, token, body), text());
    }

    private HttpRequest request(String path, String token, JsonNode body) {
        return HttpRequest.newBuilder(URI.create(counterparty.origin() + "/1/channels/" + path))
                .timeout(SOON)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build();
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString();
    }

    private static JsonNode body(String number) {
        JsonNode identity = Json.object("scheme", "personnummer", "value", number);
        return Json.object("recipient", Json.object("identity", identity));
    }
}
