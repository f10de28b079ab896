package se.ryggrad.conformance.checks.catalog;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.NotObserved;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that a service asks for no approval that nobody can give. */
@ConformanceCheck
class ApprovalDefinitionCheck {

    @Requirement("CAT-026")
    @Test
    void cat026_refusesAnApprovalThatNobodyCanGive(Http http, People people, Nonces nonces) {
        Officer admin = people.serviceAdmin();
        for (ObjectNode hopeless : List.of(
                definition(nonces, "guardians", "full", "signatory"),
                definition(nonces, "guardians", "none", "guardian"),
                definition(nonces, "guardians", "by-officer", "guardian"),
                definition(nonces, "guardians", "until-age-17", "guardian"),
                alone(definition(nonces, "joint-signatories", "none", "signatory")),
                definition(nonces, "joint-signatories", "full", "guardian", "power-of-attorney"),
                anonymous(definition(nonces, "co-applicants", "none")))) {
            Definitions.publish(http, admin, hopeless)
                    .expectProblem(422, "validation")
                    .expectErrors("/approval/who unknown-value");
            Definitions.expectAbsent(http, hopeless);
        }
        for (ObjectNode good : List.of(
                definition(nonces, "guardians", "until-age-18", "guardian", "signatory"),
                definition(nonces, "joint-signatories", "none", "signatory"),
                definition(nonces, "co-applicants", "none"))) {
            Definitions.publish(http, admin, good).expect(201);
        }
    }

    @Requirement("CASE-091")
    @Test
    void case091_completesNothing(Http http, Cases cases, People people, Nonces nonces, Target target) {
        if (!target.offers("catalogue-import").orElse(false)) {
            return;
        }
        ObjectNode definition = definition(nonces, "co-applicants", "none").put("completion", "automatic");
        definition.set("decision", Json.object("by", "none"));
        Definitions.publish(http, people.serviceAdmin(), definition).expect(201);
        ObjectNode body = Json.object(
                "service", Json.object("id", definition.path("id")), "form", Json.object("subject", "Klart genast"));
        Answer alone = cases.send(people.person(), body).require(201);
        if (!alone.at("/status").text().equals("closed")) {
            throw new NotObserved(
                    new Finding("a case that is closed at once", "another", "/status", alone.exchange(), null),
                    Blame.SYSTEM);
        }
        body.set("parties", Json.array(Papers.party("co-applicant", people.person())));
        Answer awaiting = cases.send(people.person(), body).expect(201);
        awaiting.hint("The case awaits approval.").at("/status").is("registered");
    }

    private static ObjectNode definition(Nonces nonces, String who, String sight, String... kinds) {
        ObjectNode definition = Definitions.fresh(nonces);
        definition.set("approval", Json.object("who", who, "quorum", "all"));
        JsonNode allowed = Json.array((Object[]) kinds);
        return definition.set("representation", Json.object("kinds", allowed, "guardianSight", sight));
    }

    private static ObjectNode alone(ObjectNode definition) {
        return definition.set("approval", Json.object("who", "joint-signatories", "quorum", 1));
    }

    private static ObjectNode anonymous(ObjectNode definition) {
        definition.set("decision", Json.object("by", "none"));
        return definition.put("assurance", "none");
    }
}
