package se.ryggrad.conformance.checks.catalog;

import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Service definitions that are good as they are, each new; a check breaks the one thing that it is about. */
final class Definitions {

    private Definitions() {}

    /** Returns a definition that nobody has published, at the authority where most conformance services are. */
    static ObjectNode fresh(Nonces nonces) {
        return of("conformance-" + nonces.word(), "1.0.0");
    }

    /** Returns a definition of an id and a version with only a subject in its form. */
    static ObjectNode of(String id, String version) {
        return Contract.service(Services.MANUAL)
                .put("id", id)
                .put("version", version)
                .put("registration", "automatic");
    }

    /** Returns a fresh definition whose form also has a member with the given schema. */
    static ObjectNode with(Nonces nonces, ObjectNode member) {
        ObjectNode definition = fresh(nonces);
        properties(definition).set("code", Bodies.titled(member, "Kod"));
        return definition;
    }

    /** Returns a fresh definition that is decided by the given rule. */
    static ObjectNode decidedBy(Nonces nonces, JsonNode rule) {
        return fresh(nonces).set("decision", Json.object("by", "automatic", "rules", Json.array(rule)));
    }

    /** Returns a rule that matches every form. */
    static ObjectNode rule() {
        return Json.object(
                "when",
                Json.object("type", "object"),
                "outcome",
                "approved",
                "text",
                "Ansökan beviljas.",
                "reasons",
                Json.object("text", "Alla får det."));
    }

    /** Returns the members of the form. */
    static ObjectNode properties(ObjectNode definition) {
        return (ObjectNode) definition.at("/form/properties");
    }

    /** Begins the publication of a definition at its own address. */
    static Answer publish(Http http, Credential actor, JsonNode definition) {
        return http.put("/services/" + definition.path("id").asString())
                .as(actor)
                .json(definition)
                .send();
    }

    /** Expects that a definition is refused for the schema of its form, and is not published. */
    static void expectRefused(Http http, Credential admin, JsonNode definition) {
        Answer answer = publish(http, admin, definition)
                .hint("The definition: " + Json.write(definition.path("form"))
                        + Json.write(definition.path("decision")))
                .expectProblem(422, "validation");
        answer.at("/errors")
                .satisfies(
                        "a fault with the code schema-not-allowed",
                        errors -> errors.values().stream()
                                .anyMatch(e -> "schema-not-allowed"
                                        .equals(e.path("code").asString(""))));
        expectAbsent(http, definition);
    }

    /** Expects that a definition is not in the catalogue. */
    static void expectAbsent(Http http, JsonNode definition) {
        http.get("/services/" + definition.path("id").asString())
                .query("version", definition.path("version").asString())
                .send()
                .hint("A definition that was refused must not be published.")
                .expect(404);
    }
}
