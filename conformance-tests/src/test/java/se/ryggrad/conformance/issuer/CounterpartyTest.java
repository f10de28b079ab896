package se.ryggrad.conformance.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.json.Json;

class CounterpartyTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void isReachedByAnotherAddressThanItListensAt() throws IOException, InterruptedException {
        try (Counterparty counterparty =
                Counterparty.listen("127.0.0.1", 0, Optional.of("https://suite.example.se/sviten"))) {
            Slot slot = counterparty.takeSlot();
            String inside = "http://127.0.0.1:" + slot.port();

            assertThat(slot.person().url()).isEqualTo("https://suite.example.se/sviten/1/person");
            assertThat(slot.person().key().publicJwk().path("kid").asString())
                    .isEqualTo(firstKey(inside + "/1/person"));
            assertThat(firstKey(inside + "/sviten/1/person")).isEqualTo(firstKey(inside + "/1/person"));
            assertThat(get(inside + "/1/person/.well-known/openid-configuration")
                            .body())
                    .contains("https://suite.example.se/sviten/1/person/jwks.json");
            assertThat(get(inside + "/elsewhere/1/person/jwks.json").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void givesEachRunSideBySideALaneOfItsOwn() throws IOException {
        try (Counterparty counterparty = Counterparty.listen("127.0.0.1", 0)) {
            Slot first = counterparty.takeSlot();
            Slot second = counterparty.takeSlot();

            assertThat(first.lane(9)).isNotEqualTo(second.lane(9)).isBetween(0, 8);
        }
    }

    private String firstKey(String issuer) throws IOException, InterruptedException {
        String keys = get(issuer + "/jwks.json").body();
        return Json.read(keys.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .at("/keys/0/kid")
                .asString("none");
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
