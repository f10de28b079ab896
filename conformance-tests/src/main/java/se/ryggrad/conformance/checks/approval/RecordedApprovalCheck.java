package se.ryggrad.conformance.checks.approval;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Families;
import se.ryggrad.conformance.fixture.Family;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import tools.jackson.databind.node.ObjectNode;

/** Checks approvals that come on paper, and which requests can be approved at all. */
@ConformanceCheck
class RecordedApprovalCheck {

    @Requirement("HAND-090")
    @Test
    void hand090_recordsWhatCameOnPaper(Cases cases, People people, Families families) {
        Family family = families.guardians(2);
        Officer registrar = people.registrar();
        LiveCase live = entered(cases, people, registrar, family);
        String child = Approvals.party(live, registrar, 0);
        String first = Approvals.asked(live, registrar, family.first());
        Answer refused = live.act(registrar, Approvals.recorded(Approvals.refuse(first), child))
                .expect(200);
        Approvals.request(refused, first).at("/approval").is("refused");
        Officer officer = people.officer();
        live.perform(officer, Bodies.action("assign"));
        Answer agreed = live.act(officer, Approvals.recorded(Approvals.approve(first), child))
                .expect(200);
        Approvals.expectGiven(agreed, 1, 2);
        Part event = Approvals.event(live, officer, "approved");
        event.at("/data")
                .is(Json.object(
                        "request",
                        first,
                        "channel",
                        "paper",
                        "receivedOn",
                        Bodies.today().toString()));
        event.at("/actor/kind").is("officer");
        event.at("/actor/for").is(child);
    }

    @Requirement("HAND-090")
    @Test
    void hand090_saysWhose(Cases cases, People people, Families families) {
        Family family = families.guardians(2);
        Officer registrar = people.registrar();
        LiveCase live = entered(cases, people, registrar, family);
        String request = Approvals.asked(live, registrar, family.first());
        String other = Approvals.party(live, registrar, 1);
        for (ObjectNode body : List.of(Approvals.approve(request), Approvals.refuse(request))) {
            live.act(registrar, body).expectProblem(422, "validation").expectErrors("/for required");
            live.act(registrar, Approvals.recorded(body.deepCopy(), other))
                    .expectProblem(422, "validation")
                    .expectErrors("/for unknown-value");
        }
        ObjectNode good = Approvals.recorded(Approvals.approve(request), Approvals.party(live, registrar, 0));
        ObjectNode early =
                good.deepCopy().put("receivedOn", Bodies.today().plusDays(1).toString());
        live.act(registrar, early).expectProblem(422, "validation").expectErrors("/receivedOn date-in-future");
        live.act(people.officer(), good)
                .hint("Only the assigned officer records what came.")
                .expectProblem(409, "state-conflict");
        live.act(family.first().proxy(), good)
                .expectProblem(422, "validation")
                .expectErrors("/channel unknown-member", "/for unknown-member", "/receivedOn unknown-member");
        live.act(registrar, good).expect(200);
    }

    /** Makes a case of a child that a registrar enters, with somebody else beside. */
    private static LiveCase entered(Cases cases, People people, Officer registrar, Family family) {
        ObjectNode beside = Papers.party("counterparty", people.person());
        return cases.create(registrar, Papers.of(Services.GUARDIANS, Approvals.applicant(family), beside));
    }

    @Requirement("HAND-091")
    @Test
    void hand091_isAboutRequestsForAnApproval(Cases cases, People people, Families families) {
        Family family = families.guardians(2);
        LiveCase live = Approvals.guarded(cases, family);
        Officer officer = people.officer();
        Credential second = family.second().proxy();
        live.perform(officer, Bodies.action("assign"));
        live.perform(officer, Bodies.request(Approvals.party(live, officer, 0)));
        Asked ids = Asked.of(live.shown(officer));
        for (String other : List.of(UUID.randomUUID().toString(), ids.question())) {
            expectUnknown(live, second, Approvals.approve(other));
            expectUnknown(live, second, Approvals.refuse(other));
            expectUnknown(live, officer, Approvals.dispense(other));
        }
        expectUnknown(live, second, Bodies.answer(ids.approval()));
        expectUnknown(live, officer, Bodies.action("close-request").put("request", ids.approval()));
        live.act(second, Bodies.answer(ids.question())).expect(200);
        Answer left = live.read(second).expect(200);
        left.hint("Only an approval is asked for now.").at("/allowedActions").lacks("answer-request");
        live.act(second, Bodies.answer(ids.approval())).expectProblem(409, "state-conflict");
        live.read(officer).expect(200).at("/allowedActions").lacks("close-request");
        live.act(officer, Bodies.action("close-request").put("request", ids.approval()))
                .expectProblem(409, "state-conflict");
        live.act(second, Approvals.approve(ids.approval())).expect(200);
    }

    /** The ids of two requests in a case: one for an approval, and another. */
    private record Asked(String approval, String question) {

        private static Asked of(Answer seen) {
            return new Asked(first(seen, true), first(seen, false));
        }

        private static String first(Answer seen, boolean approval) {
            return seen.at("/requests").items().stream()
                    .filter(r -> approval == r.node().path("kind").asString("").equals("approval"))
                    .map(r -> r.at("/id").text())
                    .findFirst()
                    .orElse("");
        }
    }

    private static void expectUnknown(LiveCase live, Credential actor, ObjectNode body) {
        live.act(actor, body)
                .hint(body.path("action").asString("") + " is not about that request.")
                .expectProblem(422, "validation")
                .expectErrors("/request unknown-value");
    }

    @Requirement("HAND-091")
    @Test
    void hand091_isOnceForEach(Cases cases, People people, Families families) {
        Family family = families.guardians(3);
        LiveCase live = Approvals.guarded(cases, family);
        Credential second = family.second().proxy();
        String request = Approvals.asked(live, second, family.second());
        live.perform(second, Approvals.approve(request));
        Officer registrar = people.registrar();
        String child = Approvals.party(live, registrar, 0);
        live.act(second, Approvals.approve(request)).expectProblem(409, "state-conflict");
        live.act(second, Approvals.refuse(request)).expectProblem(409, "state-conflict");
        live.act(registrar, Approvals.recorded(Approvals.approve(request), child))
                .expectProblem(409, "state-conflict");
        live.act(people.officer(), Approvals.dispense(request)).expectProblem(409, "state-conflict");
        Approvals.expectGiven(live.read(second).expect(200), 2, 3);
    }
}
