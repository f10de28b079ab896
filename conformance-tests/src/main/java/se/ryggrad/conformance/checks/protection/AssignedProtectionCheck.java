package se.ryggrad.conformance.checks.protection;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import tools.jackson.databind.JsonNode;

/** Checks that a case with a protected party is assigned only to those who may see it. */
@ConformanceCheck
class AssignedProtectionCheck {

    @Requirement("ID-064")
    @Test
    void id064_isAssignedOnlyWithinTheGroup(Http http, People people, Cases cases) {
        Submitted submitted = cases.submitted(people.person(), Services.CONTACT);
        LiveCase live = submitted.live();
        Officer plain = people.officer();
        Officer elsewhere = people.officerIn(Office.A.caseOfficers(), Office.A.colleagues(), Office.B.trusted());
        Officer trusted = people.trusted(Office.A);
        Officer registrar = people.officerIn(Office.A.group("registrar"), Office.A.trusted());
        List<JsonNode> others = List.of(to(http, plain), to(http, elsewhere));
        for (JsonNode assign : others) {
            live.act(registrar, assign).expect(200);
        }
        JsonNode assign = to(http, trusted);
        people.protects(submitted.applicant(), Scene.MARKED);
        for (Officer by : List.of(registrar, trusted)) {
            for (JsonNode other : others) {
                live.act(by, other).expectProblem(422, "validation").expectErrors("/officer unknown-value");
            }
            live.act(by, assign).expect(200).at("/officer/officer").is(assign.path("officer"));
        }
        live.act(people.trusted(Office.A), Bodies.action("assign")).expect(200);
        people.frees(submitted.applicant());
        live.act(registrar, others.get(0)).expect(200);
    }

    private static JsonNode to(Http http, Officer officer) {
        String id = http.get("/me").as(officer).send().require(200).at("/id").text();
        return Bodies.action("assign").put("officer", id);
    }
}
