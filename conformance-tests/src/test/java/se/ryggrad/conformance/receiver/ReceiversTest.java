package se.ryggrad.conformance.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.channel.Gate;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.issuer.Counterparty;

class ReceiversTest {

    private static final String CHALLENGE = "{\"type\":\"se.ryggrad.subscription.challenge.v1\",\"challenge\":\"abc\"}";
    private static final String EVENT = "{\"type\":\"se.ryggrad.case.noted.v1\",\"subject\":\"one\"}";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newHttpClient();
    private Counterparty counterparty;
    private Receiver receiver;

    @BeforeEach
    void start() throws IOException {
        counterparty = Counterparty.listen("127.0.0.1", 0);
        receiver = counterparty.takeSlot().receivers().open();
    }

    @AfterEach
    void stop() {
        counterparty.close();
    }

    @Test
    void answersItsChallengeAndTakesEvents() throws Exception {
        assertThat(post(receiver.url(), CHALLENGE, "1").body()).isEqualTo("{\"challenge\":\"abc\"}");
        assertThat(post(receiver.url() + "/below", EVENT, "2").statusCode()).isEqualTo(204);

        assertThat(receiver.challenges()).hasSize(1);
        assertThat(receiver.events("one")).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo("2");
            assertThat(event.method()).isEqualTo("POST");
            assertThat(event.body().text()).isEqualTo(EVENT);
        });
        assertThat(receiver.events("other")).isEmpty();
    }

    @Test
    void answersEachEventInTurn() throws Exception {
        receiver.given(Manner.inTurnForEach(Manner.always(Reply.of(500)), Manner.taking()));

        for (String id : List.of("1", "2")) {
            assertThat(post(receiver.url(), EVENT, id).statusCode()).isEqualTo(500);
            assertThat(post(receiver.url(), EVENT, id).statusCode()).isEqualTo(204);
        }
        assertThat(receiver.await(calls -> calls.size() == 4, SOON)).isTrue();
        assertThat(receiver.await(calls -> calls.size() == 5, Duration.ofMillis(10)))
                .isFalse();
    }

    @Test
    void letsNobodyWaitWhenItIsClosed() throws Exception {
        Gate gate = receiver.gate(Duration.ofMinutes(5));
        receiver.given(Manner.always(Reply.of(204, "").behind(gate)));
        CompletableFuture<HttpResponse<String>> held =
                client.sendAsync(request(receiver.url(), EVENT, "1"), HttpResponse.BodyHandlers.ofString());
        assertThatThrownBy(() -> held.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

        receiver.close();

        assertThat(held.get(SOON.toSeconds(), TimeUnit.SECONDS).statusCode()).isEqualTo(204);
        assertThat(post(receiver.url(), EVENT, "2").statusCode()).isEqualTo(410);
    }

    @Test
    void endsTheConnectionWithoutAnAnswer() {
        receiver.given(Manner.always(Reply.none()));

        assertThatThrownBy(() -> post(receiver.url(), EVENT, "1")).isInstanceOf(IOException.class);
    }

    @Test
    void answersForNobodyElse() throws Exception {
        assertThat(post(receiver.url() + "x", EVENT, "1").statusCode()).isEqualTo(404);
        assertThat(receiver.arrived()).isEmpty();
    }

    @Test
    void tellsThatATrapIsSprungAtEachAddressOfTheMachineItself() throws IOException {
        byte[] sixth = new byte[16];
        sixth[15] = 1;
        for (byte[] address : List.of(new byte[] {127, 0, 0, 1}, new byte[] {127, 0, 0, 2}, sixth)) {
            try (Trap trap = Trap.open();
                    Socket caller = new Socket(InetAddress.getByAddress(address), trap.port())) {
                assertThat(caller.getInputStream().read()).isEqualTo(-1);
                assertThat(trap.isSprung(Duration.ZERO)).isTrue();
            } catch (ConnectException | NoRouteToHostException absent) {
                assertThat(address).as("an address that every machine has").isNotEqualTo(new byte[] {127, 0, 0, 1});
            }
        }
    }

    @Test
    void tellsThatNobodyHasOpenedAConnection() {
        try (Trap trap = Trap.open()) {
            assertThat(trap.isSprung(Duration.ofMillis(5))).isFalse();
        }
    }

    private HttpResponse<String> post(String url, String body, String id) throws IOException, InterruptedException {
        return client.send(request(url, body, id), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(String url, String body, String id) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("webhook-id", id)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
