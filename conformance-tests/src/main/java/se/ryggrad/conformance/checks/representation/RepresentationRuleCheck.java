package se.ryggrad.conformance.checks.representation;

import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.representation.Representation;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.node.ObjectNode;

/** Checks that a case goes by what the version that it began with says of representatives. */
@ConformanceCheck
class RepresentationRuleCheck {

    @Requirement("ID-049")
    @Test
    void id049_goesByTheVersionThatACaseBeganWith(
            Http http, People people, Cases cases, Representatives representatives, Nonces nonces, Target target) {
        if (!target.offers("catalogue-import").orElse(false)) {
            return;
        }
        ObjectNode open = Contract.service(Services.REPRESENTED).put("id", "conformance-" + nonces.word());
        ObjectNode byOfficer = open.deepCopy().put("version", "1.1.0");
        ((ObjectNode) byOfficer.path("representation")).put("guardianSight", "by-officer");
        Person represented = people.person();
        Proxy guardian = representatives.by(Representation.of("guardian", people.registered(represented)));
        publish(http, people, open);
        LiveCase before = cases.create(represented, begun(open));
        before.read(guardian).expect(200);
        publish(http, people, byOfficer);
        LiveCase after = cases.create(represented, begun(byOfficer));
        before.read(guardian).expect(200);
        after.read(representatives.of(represented)).expect(200);
        after.read(guardian).expectProblem(404, "not-found");
        cases.send(guardian, begun(byOfficer)).expectProblem(403, "forbidden");
        cases.send(guardian, begun(open)).expect(201);
    }

    private static void publish(Http http, People people, ObjectNode definition) {
        http.put("/services/" + definition.path("id").asString(""))
                .as(people.serviceAdmin())
                .json(definition)
                .send()
                .require(201);
    }

    private static ObjectNode begun(ObjectNode definition) {
        return Json.object(
                "service",
                Json.object("id", definition.path("id"), "version", definition.path("version")),
                "form",
                Json.object("subject", "Efter versionen"));
    }
}
