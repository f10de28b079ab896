package se.ryggrad.conformance.checks.sight;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Schemes;
import tools.jackson.databind.JsonNode;

/** Checks what is told of a search that cannot be made. */
@ConformanceCheck
class SearchFaultCheck {

    @Requirement("CASE-097")
    @Test
    void case097_tellsWhatIsMissing(Http http, People people) {
        Officer officer = people.officer();
        String value = people.stranger().digits();
        JsonNode bare = Json.object("identity", Json.object("scheme", "personnummer"));
        JsonNode unknown = Json.object("identity", Json.object("value", value));
        expectFault(http, officer, Json.object(), "/identity required");
        expectFault(http, officer, Json.object("personnummer", value), "/identity required");
        expectFault(http, officer, bare, "/identity/value required");
        expectFault(http, officer, unknown, "/identity/scheme required");
        Searches.expectFound(
                officer, Searches.of("personnummer", value), "Nobody is found, and nothing is wrong.", http);
    }

    @Requirement("CASE-097")
    @Test
    void case097_knowsFourSchemes(Http http, People people) {
        Officer officer = people.officer();
        for (String scheme : List.of("none", "orgnr", "")) {
            expectFault(
                    http, officer, Searches.of(scheme, people.stranger().digits()), "/identity/scheme unknown-value");
        }
        Schemes.right(people)
                .forEach((scheme, value) -> Searches.expectFound(
                        officer, Searches.of(scheme, value), "Nobody is found by " + scheme + ".", http));
    }

    @Requirement("CASE-097")
    @Test
    void case097_judgesTheNumberByItsScheme(Http http, People people) {
        Officer officer = people.officer();
        Schemes.wrong(people)
                .forEach((scheme, values) -> values.forEach(
                        value -> expectFault(http, officer, Searches.of(scheme, value), "/identity/value format")));
    }

    @Requirement("CASE-097")
    @Test
    void case097_tellsWhatIsOfAnotherForm(Http http, People people) {
        Officer officer = people.officer();
        expectFault(http, officer, Json.object("identity", "x"), "/identity type");
        expectFault(http, officer, Json.object("registryNumber", 7), "/registryNumber type");
        expectFault(http, officer, Searches.of(""), "/registryNumber min-length");
        expectFault(http, officer, Searches.of("x".repeat(51)), "/registryNumber max-length");
        Searches.expectFound(officer, Searches.of("x".repeat(50)), "A number of 50 characters.", http);
    }

    private static void expectFault(Http http, Officer officer, JsonNode wanted, String fault) {
        Searches.call(http, officer, wanted)
                .send()
                .expectProblem(422, "validation")
                .expectErrors(fault);
    }
}
