package se.ryggrad.conformance.checks.catalog;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that a version stays what it was when there is a newer one, for reading and for use. */
@ConformanceCheck
class VersionCheck {

    @Requirement("CASE-006")
    @Test
    void case006_anOlderVersionIsUsedAsItIs(Http http, People people, Cases cases, Nonces nonces, Target target) {
        if (!target.offers("catalogue-import").orElse(false)) {
            return;
        }
        ObjectNode first = published(http, people.serviceAdmin(), nonces);
        Person person = people.person();
        JsonNode subject = Json.object("subject", "Efter den gamla");
        Answer created = cases.send(person, named(first, "1.0.0", subject))
                .hint("Version 1.0.0 asks for no reason; only 1.1.0 does.")
                .expect(201);
        created.at("/service/version").is("1.0.0");
        JsonNode reason = Json.object("subject", "Efter den gamla", "reason", "Finns inte där");
        cases.send(person, named(first, "1.0.0", reason))
                .expectProblem(422, "validation")
                .expectErrors("/form/reason unknown-member");
        cases.send(person, named(first, "1.1.0", subject))
                .expectProblem(422, "validation")
                .expectErrors("/form/reason required");
    }

    @Requirement("CASE-006")
    @Test
    void case006_anOlderVersionAsksForItsLevel(Http http, People people, Cases cases, Nonces nonces, Target target) {
        if (!target.offers("catalogue-import").orElse(false)) {
            return;
        }
        ObjectNode first = Definitions.fresh(nonces);
        ObjectNode second = first.deepCopy().put("version", "2.0.0").put("assurance", Assurance.LOA4.uri());
        for (ObjectNode definition : List.of(first, second)) {
            Definitions.publish(http, people.serviceAdmin(), definition).require(201);
        }
        JsonNode subject = Json.object("subject", "På nivå 3");
        Person person = people.person();
        cases.send(person, named(first, "1.0.0", subject))
                .hint("Version 1.0.0 asks for level 3; only 2.0.0 asks for level 4.")
                .expect(201);
        cases.send(person, named(first, "2.0.0", subject)).expectProblem(403, "insufficient-assurance");
    }

    @Requirement("CAT-004")
    @Test
    void cat004_eachVersionHasItsForm(Http http, People people, Nonces nonces, Target target) {
        if (!target.offers("catalogue-import").orElse(false)) {
            return;
        }
        ObjectNode first = published(http, people.serviceAdmin(), nonces);
        String path = "/services/" + first.path("id").asString() + "/form";
        http.get(path)
                .query("version", "1.0.0")
                .send()
                .expect(200)
                .at("")
                .satisfies("the form of version 1.0.0", form -> Contract.same(form, first.path("form")));
        http.get(path)
                .send()
                .expect(200)
                .at("")
                .satisfies(
                        "the form of version 1.1.0",
                        form -> Contract.same(form, demanding(first).path("form")));
    }

    @Requirement("CAT-007")
    @Test
    void cat007_noPartOfAVersionChanges(Http http, People people, Nonces nonces) {
        Officer admin = people.serviceAdmin();
        ObjectNode definition = Definitions.fresh(nonces);
        Definitions.publish(http, admin, definition).expect(201);
        for (ObjectNode changed : List.of(
                withMember(definition, "maxLength", 201),
                withMember(definition, "description", "Kort"),
                definition.deepCopy().put("processingTime", "P5W"))) {
            Definitions.publish(http, admin, changed)
                    .hint("A number, a member and a text are content as much as a title is.")
                    .expectProblem(409, "state-conflict");
        }
        Answer read =
                http.get("/services/" + definition.path("id").asString()).send().expect(200);
        read.at("").satisfies("the definition that was published first", n -> Contract.same(n, definition));
    }

    private static ObjectNode withMember(ObjectNode definition, String name, Object value) {
        ObjectNode changed = definition.deepCopy();
        ((ObjectNode) changed.at("/form/properties/subject")).setAll(Json.object(name, value));
        return changed;
    }

    /** Publishes two versions of a service, the second of which demands a reason, and returns the first. */
    private static ObjectNode published(Http http, Officer admin, Nonces nonces) {
        ObjectNode first = Definitions.fresh(nonces);
        Definitions.publish(http, admin, first).require(201);
        Definitions.publish(http, admin, demanding(first)).require(201);
        return first;
    }

    private static ObjectNode demanding(ObjectNode first) {
        ObjectNode second = first.deepCopy().put("version", "1.1.0");
        ((ArrayNode) second.at("/form/required")).add("reason");
        Definitions.properties(second).set("reason", Bodies.titled(Json.object("type", "string"), "Skäl"));
        return second;
    }

    private static JsonNode named(ObjectNode definition, String version, JsonNode form) {
        return Json.object("service", Json.object("id", definition.path("id"), "version", version), "form", form);
    }
}
