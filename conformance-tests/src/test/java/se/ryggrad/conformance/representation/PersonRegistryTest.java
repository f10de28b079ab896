package se.ryggrad.conformance.representation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.conformance.issuer.Counterparty;
import se.ryggrad.conformance.json.Json;

class PersonRegistryTest {

    private static final String ONE = "199001019802";
    private static final String OTHER = "199001029801";

    private final HttpClient client = HttpClient.newHttpClient();
    private Counterparty counterparty;
    private PeopleRegistry registry;

    @BeforeEach
    void start() throws IOException {
        counterparty = Counterparty.listen("127.0.0.1", 0);
        registry = counterparty.takeSlot().registry();
    }

    @AfterEach
    void stop() {
        counterparty.close();
    }

    @Test
    void namesTheProtectionsOfThoseAskedAbout() throws IOException, InterruptedException {
        registry.persons().protects(ONE, "sekretessmarkering");
        assertThat(ask(ONE, OTHER).body()).contains("sekretessmarkering").contains(ONE);
        assertThat(ask(OTHER).body()).doesNotContain("protection");

        registry.persons().frees(ONE);
        assertThat(ask(ONE).body()).doesNotContain("protection");
        assertThat(registry.persons().lookups(ONE)).hasSize(2).allSatisfy(lookup -> {
            assertThat(lookup.method()).isEqualTo("POST");
            assertThat(lookup.target()).isEqualTo("/1/registry/persons/searches");
        });
        assertThat(registry.persons().lookups(OTHER)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"FAILS, 500", "DENIES, 404", "BREAKS_OFF, 200", "SPEAKS_OTHERWISE, 200", "LEADS_AWAY, 307"})
    void failsForAllWhenItFailsForOne(Conduct conduct, int status) throws IOException, InterruptedException {
        registry.persons().does(ONE, conduct);

        assertThat(ask(ONE, OTHER).statusCode()).isEqualTo(status);
        assertThat(Json.read(ask(OTHER).body()).path("persons").isArray()).isTrue();

        registry.persons().does(ONE, Conduct.ANSWERS);
        assertThat(ask(ONE, OTHER).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> ask(String... numbers) throws IOException, InterruptedException {
        Object[] persons = Arrays.stream(numbers)
                .map(number -> Json.object("scheme", "personnummer", "value", number))
                .toArray();
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + "/persons/searches"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(Json.object("persons", Json.array(persons)))))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
