package se.ryggrad.conformance.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.conformance.issuer.Counterparty;
import se.ryggrad.conformance.json.Json;

class PeopleRegistryTest {

    private static final String ONE = "199001019802";
    private static final String OTHER = "199001029801";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Representation entry =
            Representation.of(new Represented("organisationsnummer", "2120001066", "Lomma kommun"));
    private Counterparty counterparty;
    private PeopleRegistry registry;

    @BeforeEach
    void start() throws IOException {
        counterparty = Counterparty.listen("127.0.0.1", 0);
        registry = counterparty.takeSlot().registry();
        registry.names(ONE, List.of(entry));
    }

    @AfterEach
    void stop() {
        counterparty.close();
    }

    @Test
    void namesForEachWhatItWasTold() throws IOException, InterruptedException {
        assertThat(Json.read(ask(ONE).body())).isEqualTo(Json.object("representations", Json.array(entry.entry())));
        assertThat(Json.read(ask(OTHER).body())).isEqualTo(Json.object("representations", Json.array()));
        assertThat(registry.lookups(ONE)).singleElement().satisfies(lookup -> {
            assertThat(lookup.method()).isEqualTo("POST");
            assertThat(lookup.target()).isEqualTo("/1/registry/representations/searches");
            assertThat(lookup.header("content-type")).containsExactly("application/json");
            assertThat(lookup.toString()).doesNotContain(ONE);
        });
    }

    @ParameterizedTest
    @CsvSource({"FAILS, 500", "DENIES, 404", "BREAKS_OFF, 200", "SPEAKS_OTHERWISE, 200", "LEADS_AWAY, 307"})
    void failsForOneAndNotForAnother(Conduct conduct, int status) throws IOException, InterruptedException {
        registry.names(OTHER, List.of(entry));
        registry.does(ONE, conduct);

        assertThat(ask(ONE).statusCode()).isEqualTo(status);
        assertThat(ask(OTHER).body()).contains("Lomma");

        registry.does(ONE, Conduct.ANSWERS);
        assertThat(ask(ONE).body()).contains("Lomma");
    }

    @Test
    void keepsSilentUntilItIsToldOtherwise() throws IOException, InterruptedException {
        registry.does(ONE, Conduct.IS_SILENT);
        assertThatThrownBy(() -> ask(ONE)).isInstanceOf(HttpTimeoutException.class);

        registry.does(ONE, Conduct.ANSWERS);
        assertThat(ask(ONE).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsAQuestionThatIsAskedInAnotherWay() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.searches() + "?value=" + ONE))
                .build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .contains("Lomma");
        assertThat(registry.lookups(ONE))
                .singleElement()
                .extracting(Lookup::method)
                .isEqualTo("GET");
    }

    private HttpResponse<String> ask(String number) throws IOException, InterruptedException {
        String body = Json.write(Json.object("representative", Json.object("scheme", "personnummer", "value", number)));
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.searches()))
                .timeout(Duration.ofMillis(500))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
