package se.ryggrad.conformance.checks.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.TestActor;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that a definition can be brought in, by the right people, once and for all. */
@ConformanceCheck
class PublishingCheck {

    @Requirement("CAT-005")
    @Test
    void cat005_publishesAServiceThatTakesCases(Http http, People people, Cases cases, Nonces nonces) {
        ObjectNode definition = Definitions.fresh(nonces);
        Answer published =
                Definitions.publish(http, people.serviceAdmin(), definition).expect(201);
        published.at("").satisfies("the definition as it was sent", n -> Contract.same(n, definition));
        String id = definition.path("id").asString();
        Answer read = http.get("/services/" + id).send().expect(200);
        read.at("").satisfies("the definition as it was published", n -> Contract.same(n, definition));
        if (Pages.find(Pages.all(http, "/services"), id).isEmpty()) {
            throw ConformanceFailure.of(id + " in /services", "not there");
        }
        JsonNode body = Json.object("service", Json.object("id", id), "form", Json.object("subject", "Första"));
        Answer created = cases.send(people.person(), body).expect(201);
        created.at("/service/id").is(id);
        created.at("/service/title").is(definition.at("/title/sv"));
    }

    @Requirement({"CAT-003", "CAT-005"})
    @Test
    void cat003_theHighestVersionIsCurrent(Http http, People people, Nonces nonces, Target target) {
        if (!target.offers("catalogue-import").orElse(false)) {
            return;
        }
        Officer admin = people.serviceAdmin();
        String id = "conformance-" + nonces.word();
        for (String version : List.of("1.9.0", "1.10.0", "1.2.0")) {
            Definitions.publish(http, admin, Definitions.of(id, version)).expect(201);
        }
        http.get("/services/" + id)
                .send()
                .hint("Versions are compared number by number: 1.10.0 is higher than 1.9.0.")
                .expect(200)
                .at("/version")
                .is("1.10.0");
        http.get("/services/" + id)
                .query("version", "1.2.0")
                .send()
                .expect(200)
                .at("/version")
                .is("1.2.0");
        Part item = Pages.find(Pages.all(http, "/services"), id).orElseThrow();
        item.at("/version").is("1.10.0");
    }

    @Requirement("CAT-006")
    @Test
    void cat006_isReservedForTheAuthoritysAdministrators(Http http, People people, Nonces nonces) {
        ObjectNode definition = Definitions.fresh(nonces);
        List<TestActor> others = List.of(
                people.person(),
                people.officer(),
                people.registrar(),
                people.officerIn(Office.B.group("service-admin")),
                people.system("cases:open", "cases:register", "cases:read", "events:read"));
        for (TestActor other : others) {
            Definitions.publish(http, other, definition)
                    .hint("Only service-admin at the authority of the service may publish.")
                    .expectProblem(403, "forbidden");
        }
        http.put("/services/" + definition.path("id").asString())
                .json(definition)
                .send()
                .expect(401);
        Definitions.expectAbsent(http, definition);
        Definitions.publish(http, people.serviceAdmin(), definition).expect(201);
    }

    @Requirement("CAT-006")
    @Test
    void cat006_nobodyTakesOverAnotherAuthoritysService(Http http, People people, Nonces nonces) {
        ObjectNode definition = Definitions.fresh(nonces);
        Definitions.publish(http, people.serviceAdmin(), definition).expect(201);
        ObjectNode taken = definition
                .deepCopy()
                .put("version", "2.0.0")
                .put("authority", Office.B.authority())
                .put("unit", Office.B.unit());
        Definitions.publish(http, people.officerIn(Office.B.group("service-admin")), taken)
                .hint("The service belongs to another authority: a new version cannot move it.")
                .expectProblem(403, "forbidden");
        http.get("/services/" + definition.path("id").asString())
                .send()
                .at("/version")
                .is("1.0.0");
    }

    @Requirement("CAT-007")
    @Test
    void cat007_aPublishedVersionNeverChanges(Http http, People people, Nonces nonces) {
        Officer admin = people.serviceAdmin();
        ObjectNode definition = Definitions.fresh(nonces);
        Definitions.publish(http, admin, definition).expect(201);
        Definitions.publish(http, admin, definition).expect(200);
        ObjectNode reordered = Json.object();
        List<String> names = new ArrayList<>(definition.propertyNames());
        Collections.reverse(names);
        names.forEach(name -> reordered.set(name, definition.path(name)));
        Definitions.publish(http, admin, reordered)
                .hint("The order of members is no content.")
                .expect(200);
        ObjectNode changed = definition.deepCopy();
        ((ObjectNode) changed.path("title")).put("en", "Another title");
        Definitions.publish(http, admin, changed).expectProblem(409, "state-conflict");
        Answer read =
                http.get("/services/" + definition.path("id").asString()).send().expect(200);
        read.at("").satisfies("the definition that was published first", n -> Contract.same(n, definition));
    }

    @Requirement("CAT-008")
    @Test
    void cat008_aCaseKeepsItsVersion(Http http, People people, Cases cases, Nonces nonces) {
        Officer admin = people.serviceAdmin();
        ObjectNode first = Definitions.fresh(nonces);
        String id = first.path("id").asString();
        Definitions.publish(http, admin, first).expect(201);
        Person person = people.person();
        JsonNode body = Json.object("service", Json.object("id", id), "form", Json.object("subject", "Före"));
        LiveCase before = cases.create(person, body);
        ObjectNode second = first.deepCopy().put("version", "1.1.0");
        ((ArrayNode) second.at("/form/required")).add("reason");
        Definitions.properties(second).set("reason", Bodies.titled(Json.object("type", "string"), "Skäl"));
        Definitions.publish(http, admin, second).expect(201);
        before.read(person).expect(200).at("/service/version").is("1.0.0");
        JsonNode supplement = Bodies.supplement("Mer.").set("form", Json.object("subject", "Ändrat"));
        before.act(person, supplement)
                .hint("The case follows the form of version 1.0.0, which asks for no reason.")
                .expect(200)
                .at("/form/subject")
                .is("Ändrat");
        cases.send(person, body).expectProblem(422, "validation").expectErrors("/form/reason required");
    }

    @Requirement("CAT-009")
    @Test
    void cat009_refusesWhatBreaksTheSchemaWithAllFaults(Http http, People people, Nonces nonces) {
        ObjectNode definition =
                Definitions.fresh(nonces).put("track", "sideways").put("processingTime", "soon");
        definition.remove("unit");
        definition.remove("classification");
        Answer answer = Definitions.publish(http, people.serviceAdmin(), definition)
                .expectProblem(422, "validation")
                .expectError("/unit", "required")
                .expectError("/classification", "required");
        for (String pointer : List.of("/track", "/processingTime")) {
            answer.at("/errors").satisfies("a fault at " + pointer, errors -> at(errors, pointer));
        }
        Definitions.expectAbsent(http, definition);
    }

    @Requirement("CAT-009")
    @Test
    void cat009_refusesAnotherIdThanThePaths(Http http, People people, Nonces nonces) {
        ObjectNode definition = Definitions.fresh(nonces);
        Answer answer = http.put("/services/conformance-" + nonces.word())
                .as(people.serviceAdmin())
                .json(definition)
                .send()
                .expectProblem(422, "validation");
        answer.at("/errors").satisfies("a fault at /id", errors -> at(errors, "/id"));
        Definitions.expectAbsent(http, definition);
    }

    @Requirement("CAT-009")
    @Test
    void cat009_boundsTheVersion(Http http, People people, Nonces nonces) {
        ObjectNode definition = Definitions.fresh(nonces).put("version", "1.0." + "1".repeat(61));
        Definitions.publish(http, people.serviceAdmin(), definition)
                .expectProblem(422, "validation")
                .expectErrors("/version max-length");
        Definitions.publish(http, people.serviceAdmin(), definition.put("version", "1.0.11"))
                .expect(201);
    }

    @Requirement("CAT-025")
    @Test
    void cat025_aServiceNamesAUnitOfItsAuthority(Http http, People people, Nonces nonces) {
        for (String unit : List.of(Office.B.unit(), "no-such-unit")) {
            ObjectNode definition = Definitions.fresh(nonces).put("unit", unit);
            Definitions.publish(http, people.serviceAdmin(), definition)
                    .expectProblem(422, "validation")
                    .expectErrors("/unit unknown-value");
            Definitions.expectAbsent(http, definition);
        }
        ObjectNode other = Definitions.fresh(nonces).put("unit", Office.A2.unit());
        Definitions.publish(http, people.serviceAdmin(), other).expect(201);
    }

    @Requirement("CAT-013")
    @Test
    void cat013_assuranceReachesTheFloor(Http http, People people, Nonces nonces) {
        Officer admin = people.serviceAdmin();
        for (String level : List.of(
                Assurance.LOA1.uri(),
                Assurance.LOA2.uri(),
                "http://id.swedenconnect.se/loa/1.0/uncertified-loa3",
                "http://id.elegnamnden.se/loa/1.0/loa9")) {
            ObjectNode low = Definitions.fresh(nonces).put("assurance", level);
            Answer answer = Definitions.publish(http, admin, low).expectProblem(422, "validation");
            answer.at("/errors").satisfies("a fault at /assurance", errors -> at(errors, "/assurance"));
            Definitions.expectAbsent(http, low);
        }
        for (String level : List.of(Assurance.LOA3.uri(), Assurance.LOA4.uri(), "none")) {
            ObjectNode good = Definitions.fresh(nonces).put("assurance", level);
            good.set("decision", Json.object("by", "none"));
            Definitions.publish(http, admin, good).expect(201);
        }
    }

    private static boolean at(JsonNode errors, String pointer) {
        return errors.values().stream()
                .anyMatch(e -> pointer.equals(e.path("pointer").asString("")));
    }

    @Requirement("CASE-016")
    @Test
    void case016_theFirstRuleThatMatchesDecides(Http http, People people, Cases cases, Nonces nonces, Target target) {
        if (!target.offers("catalogue-import").orElse(false)) {
            return;
        }
        ObjectNode definition = Definitions.decidedBy(nonces, Definitions.rule());
        ObjectNode second = Definitions.rule().put("outcome", "rejected").put("text", "Ansökan avslås.");
        ((ArrayNode) definition.at("/decision/rules")).add(second);
        Definitions.publish(http, people.serviceAdmin(), definition).expect(201);
        JsonNode body = Json.object(
                "service", Json.object("id", definition.path("id")), "form", Json.object("subject", "Vilken regel"));
        Answer created = cases.send(people.person(), body).expect(201);
        created.hint("Both rules match; they are tried in order.")
                .at("/decisions/0/outcome")
                .is("approved");
    }
}
