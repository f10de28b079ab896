package se.ryggrad.conformance.checks.cases;

import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of cases that a registrar enters from paper. */
final class PaperCases {

    private PaperCases() {}

    /** Returns a paper case without faults. */
    static ObjectNode body(ObjectNode... parties) {
        return Bodies.newCase(Services.PAPER, Json.object("subject", "Från papper", "reference", "P 17"))
                .put("channel", "paper")
                .put("receivedOn", Bodies.today().minusDays(3).toString())
                .set("parties", Json.array((Object[]) parties));
    }

    /** Returns a party who can log in. */
    static ObjectNode party(String role, Person person) {
        JsonNode identity =
                Json.object("scheme", "personnummer", "value", person.number().digits());
        return Json.object("role", role, "identity", identity, "name", person.name());
    }

    /** Tells whether exactly one of the parties is whoever reads. */
    static boolean oneIsSelf(JsonNode parties) {
        return parties.values().stream()
                        .filter(p -> p.path("self").asBoolean(false))
                        .count()
                == 1;
    }
}
