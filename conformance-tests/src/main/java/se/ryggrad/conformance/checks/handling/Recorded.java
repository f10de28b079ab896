package se.ryggrad.conformance.checks.handling;

import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cases with several people, entered from paper. */
final class Recorded {

    private Recorded() {}

    /** Returns a paper case without faults, with applicants. */
    static ObjectNode paper(Person... applicants) {
        ObjectNode body = Bodies.newCase(Services.PAPER, Json.object("subject", "Papper", "reference", "P 3"));
        body.put("channel", "paper")
                .put("receivedOn", Bodies.today().minusDays(5).toString());
        ArrayNode parties = Json.array();
        for (Person person : applicants) {
            JsonNode identity = Json.object(
                    "scheme", "personnummer", "value", person.number().digits());
            parties.add(Json.object("role", "applicant", "identity", identity, "name", person.name()));
        }
        body.set("parties", parties);
        return body;
    }

    /** Narrows a part to one party, on a ground. */
    static ObjectNode narrowed(ObjectNode body, String party) {
        body.set("audience", Json.object("to", "parties", "parties", Json.array(party)));
        return body.set("secrecy", Json.array(Json.object("provision", "OSL 26 kap. 1 §")));
    }

    /** Returns the opaque id of a person as a party. */
    static String self(LiveCase live, Person person) {
        Answer seen = live.read(person).require(200);
        return seen.json().path("parties").values().stream()
                .filter(p -> p.path("self").asBoolean(false))
                .map(p -> p.path("id").asString(""))
                .findFirst()
                .orElseThrow(() -> seen.failure("a party with self true", "none", "/parties"));
    }
}
