package se.ryggrad.conformance.representation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.conformance.issuer.Counterparty;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.JsonNode;

class RepresentativeRegistryTest {

    private static final String ONE = "199001019802";
    private static final String OTHER = "199001619811";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Represented company = new Represented("organisationsnummer", "2120001066", "Lomma kommun");
    private final Representation entry =
            Representation.of("signatory", company).with("jointly", true).with("until", "2999-12-31");
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
    void namesThoseWhoRepresentSomebody() throws IOException, InterruptedException {
        registry.names(OTHER, List.of(Representation.of("signatory", company), Representation.of(company.named("B"))));
        JsonNode all = Json.read(ask("2120001066").body()).path("representatives");
        assertThat(all.size()).isEqualTo(3);
        assertThat(all.valueStream()).anySatisfy(one -> {
            assertThat(one.path("id").asString()).isEqualTo(entry.reference());
            assertThat(one.path("jointly").asBoolean()).isTrue();
            assertThat(one.path("until").asString()).isEqualTo("2999-12-31");
            assertThat(one.at("/representative/value").asString()).isEqualTo(ONE);
            assertThat(one.at("/representative/scheme").asString()).isEqualTo("personnummer");
            assertThat(one.has("represented")).isFalse();
            RepresentativeRegistry.secrets(entry)
                    .forEach(secret -> assertThat(Json.write(one)).contains(secret));
        });
        assertThat(all.valueStream())
                .anySatisfy(one ->
                        assertThat(one.at("/representative/scheme").asString()).isEqualTo("samordningsnummer"));
        assertThat(Json.read(ask("2120000001").body())).isEqualTo(Json.object("representatives", Json.array()));
        assertThat(registry.representatives().lookups(company))
                .singleElement()
                .satisfies(lookup -> assertThat(lookup.target()).isEqualTo("/1/registry/representatives/searches"));
        assertThat(registry.lookups(ONE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"FAILS, 500", "DENIES, 404", "BREAKS_OFF, 200", "SPEAKS_OTHERWISE, 200", "LEADS_AWAY, 307"})
    void failsAboutOneAlone(Conduct conduct, int status) throws IOException, InterruptedException {
        registry.representatives().does(company, conduct);
        assertThat(ask("2120001066").statusCode()).isEqualTo(status);
        assertThat(ask("2120000001").statusCode()).isEqualTo(200);

        registry.representatives().does(company, Conduct.ANSWERS);
        assertThat(ask("2120001066").body()).contains(ONE);
    }

    @Test
    void keepsAQuestionThatIsAskedInAnotherWay() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(registry.url() + "/representatives/searches?value=2120001066"))
                .build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .contains(ONE);
        assertThat(registry.representatives().lookups(company))
                .singleElement()
                .extracting(Lookup::method)
                .isEqualTo("GET");
    }

    private HttpResponse<String> ask(String number) throws IOException, InterruptedException {
        String body =
                Json.write(Json.object("represented", Json.object("scheme", "organisationsnummer", "value", number)));
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + "/representatives/searches"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
