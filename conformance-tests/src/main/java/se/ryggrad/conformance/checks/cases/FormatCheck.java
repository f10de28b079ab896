package se.ryggrad.conformance.checks.cases;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that formats are demands, by the test vectors that ship with the standard. */
@ConformanceCheck
class FormatCheck {

    @Requirement("CASE-005")
    @Test
    void case005_judgesTheFormatsOfAServicesForm(Cases cases, People people) {
        for (String email : List.of("ingen", "a@", "@example.se", "a b@example.se")) {
            refused(cases, people, "email", email);
        }
        for (String date : List.of("2026-02-29", "2026-13-01", "26-01-01", "2026-01-01T00:00:00Z", "1 maj")) {
            refused(cases, people, "startsOn", date);
        }
        JsonNode good = Json.object("subject", "Ämne", "email", "sokande@example.se", "startsOn", "2028-02-29");
        cases.send(people.person(), Bodies.newCase(Services.PLAIN, good)).expect(201);
    }

    @Requirement("CASE-005")
    @Test
    void case005_judgesEveryFormatByTheVectors(Cases cases) {
        List<JsonNode> vectors = List.copyOf(
                Contract.file("vectors/formats.json").path("formats").values());
        Handled handled = cases.assigned();
        JsonNode request = Bodies.request(handled.party()).set("form", form(vectors));
        handled.live().perform(handled.officer(), request);
        answer(handled, values(vectors, "invalid"))
                .expectProblem(422, "validation")
                .expectErrors(errors(vectors));
        answer(handled, values(vectors, "valid"))
                .hint("All of these values are good: vectors/formats.json says why.")
                .expect(200);
    }

    private static JsonNode form(List<JsonNode> vectors) {
        ObjectNode properties = Json.object();
        for (JsonNode vector : vectors) {
            JsonNode value = Json.object("type", "string", "format", vector.path("format"));
            properties.set(vector.path("format").asString(), Json.object("type", "array", "items", value));
        }
        return Bodies.form(properties);
    }

    private static JsonNode values(List<JsonNode> vectors, String which) {
        ObjectNode values = Json.object();
        vectors.forEach(v -> values.set(v.path("format").asString(), v.path(which)));
        return values;
    }

    private static String[] errors(List<JsonNode> vectors) {
        return vectors.stream()
                .flatMap(v -> IntStream.range(0, v.path("invalid").size())
                        .mapToObj(i -> "/form/" + v.path("format").asString() + "/" + i + " format"))
                .sorted()
                .toArray(String[]::new);
    }

    private static Answer answer(Handled handled, JsonNode form) {
        JsonNode body = Bodies.answer(handled.request()).set("form", form);
        return handled.live().act(handled.applicant(), body);
    }

    private static void refused(Cases cases, People people, String member, String value) {
        JsonNode form = Json.object("subject", "Ämne", member, value);
        cases.send(people.person(), Bodies.newCase(Services.PLAIN, form))
                .hint("format is a demand: " + value)
                .expectProblem(422, "validation")
                .expectErrors("/form/" + member + " format");
    }
}
