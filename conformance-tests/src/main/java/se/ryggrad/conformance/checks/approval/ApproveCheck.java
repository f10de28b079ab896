package se.ryggrad.conformance.checks.approval;

import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Families;
import se.ryggrad.conformance.fixture.Family;
import se.ryggrad.conformance.fixture.Family.Member;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.representation.Representation;

/** Checks who approves and refuses, and what comes of it. */
@ConformanceCheck
class ApproveCheck {

    @Requirement("HAND-085")
    @Test
    void hand085_isEnoughWhenSoManyHaveAgreed(Cases cases, People people, Families families) {
        Family company = families.signatories(3);
        LiveCase live = Approvals.signed(cases, company);
        Member second = company.second();
        String request = Approvals.asked(live, second.proxy(), second);
        String rest = Approvals.asked(live, second.proxy(), company.third());
        live.read(second.proxy()).expect(200).at("/allowedActions").contains("approve");
        Answer agreed = live.act(second.proxy(), Approvals.approve(request)).expect(200);
        Approvals.expectGiven(agreed, 2, 2);
        Approvals.expectLacking(agreed);
        expectBecome(agreed, request, "answered", "approved");
        Part lapsed = Approvals.request(agreed, rest);
        lapsed.at("/state").is("lapsed");
        lapsed.at("/approval").isMissing();
        agreed.at("/waitingFor").hasSize(0);
        agreed.at("/allowedActions").lacks("approve");
        Part event = Approvals.event(live, second.proxy(), "approved");
        event.at("/data").is(Json.object("request", request, "lapsed", Json.array(rest)));
        event.at("/actor/right").is("signatory");
        event.at("/actor/id").is(second.id());
        event.at("/actor/for").is(agreed.at("/parties/0/id").text());
        Officer officer = people.officer();
        live.perform(officer, Bodies.action("assign"));
        live.act(officer, Bodies.approve())
                .hint("Enough have agreed.")
                .expect(200)
                .at("/status")
                .is("decided");
    }

    @Requirement("HAND-085")
    @Test
    void hand085_waitsForTheLast(Cases cases, People people) {
        Person second = people.person();
        Person third = people.person();
        LiveCase live = cases.create(people.person(), Approvals.together(second, third));
        String request = Approvals.asked(live, second, Papers.self(live, second));
        Answer one = live.act(second, Approvals.approve(request)).expect(200);
        Approvals.expectAwaiting(Approvals.expectGiven(one, 2, 3));
        one.at("/waitingFor").hasSize(1);
        Part event = Approvals.event(live, second, "approved");
        event.at("/data").is(Json.object("request", request));
        event.at("/actor/right").is("own");
        Answer all = live.act(third, Approvals.approve(Approvals.asked(live, third, Papers.self(live, third))))
                .expect(200);
        Approvals.expectLacking(Approvals.expectGiven(all, 3, 3));
    }

    @Requirement("HAND-085")
    @Test
    void hand085_isGivenStillWhenItHasLapsed(Cases cases, People people, Families families) {
        Family family = families.guardians(2);
        Officer officer = people.officer();
        LiveCase live = Approvals.guarded(cases, family).perform(officer, Bodies.action("assign"));
        Credential second = family.second().proxy();
        String request = Approvals.asked(live, second, family.second());
        Answer decided = live.act(officer, Bodies.refuse()).require(200);
        Part lapsed = Approvals.request(decided, request);
        lapsed.at("/state").is("lapsed");
        lapsed.at("/approval").isMissing();
        live.act(second, Approvals.approve(request)).expectProblem(409, "state-conflict");
        String decision = live.text(officer, "/decisions/0/id");
        live.perform(officer, Bodies.notifyDecision(decision, Approvals.party(live, officer, 0)));
        live.perform(officer, Bodies.action("close"));
        live.perform(officer, Bodies.action("reopen").put("ground", "change"));
        Answer agreed = live.act(second, Approvals.approve(request)).expect(200);
        expectBecome(agreed, request, "answered", "approved");
        Approvals.expectLacking(Approvals.expectGiven(agreed, 2, 2));
    }

    @Requirement("HAND-086")
    @Test
    void hand086_isForWhomIsAskedAlone(Cases cases, Families families) {
        Person child = families.child();
        Family family = families.guardians(child, 2);
        LiveCase live = Approvals.guarded(cases, family);
        Member second = family.second();
        String request = Approvals.asked(live, second.proxy(), second);
        Member late = families.member(Families.joint("guardian", family.represented()));
        expectRefused(live, family.first().proxy(), request);
        expectRefused(live, child, request);
        expectRefused(live, late.proxy(), request);
        live.act(second.proxy(), Approvals.approve(request)).expect(200);
    }

    private static void expectRefused(LiveCase live, Credential actor, String request) {
        Answer seen = live.read(actor).expect(200);
        seen.at("/allowedActions").lacks("approve");
        seen.at("/allowedActions").lacks("refuse-approval");
        live.act(actor, Approvals.approve(request)).expectProblem(403, "forbidden");
        live.act(actor, Approvals.refuse(request)).expectProblem(403, "forbidden");
    }

    @Requirement("HAND-086")
    @Test
    void hand086_isNotForWhatSomebodyElseIsAsked(Cases cases, Families families) {
        Family family = families.guardians(3);
        LiveCase live = Approvals.guarded(cases, family);
        Credential second = family.second().proxy();
        String theirs = Approvals.asked(live, second, family.third());
        live.act(second, Approvals.approve(theirs)).expectProblem(403, "forbidden");
        live.act(second, Approvals.refuse(theirs)).expectProblem(403, "forbidden");
        live.act(second, Approvals.approve(Approvals.asked(live, second, family.second())))
                .expect(200);
        live.act(second, Approvals.approve(theirs))
                .hint("Nothing is outstanding with whoever has approved.")
                .expectProblem(409, "state-conflict");
    }

    @Requirement("HAND-086")
    @Test
    void hand086_isAlsoForWhoRepresentsThePartyWhoIsAsked(Cases cases, People people, Families families) {
        Person other = people.person();
        Member proxy = families.member(Representation.of(people.registered(other)));
        Person applicant = people.person();
        LiveCase live = cases.create(applicant, Approvals.together(other));
        String request = Approvals.asked(live, other, Papers.self(live, other));
        expectRefused(live, applicant, request);
        Answer agreed = live.act(proxy.proxy(), Approvals.approve(request)).expect(200);
        Approvals.expectGiven(agreed, 2, 2);
    }

    @Requirement("HAND-087")
    @Test
    void hand087_isNoEnd(Cases cases, People people, Families families) {
        Family family = families.guardians(2);
        LiveCase live = Approvals.guarded(cases, family);
        Credential second = family.second().proxy();
        String request = Approvals.asked(live, second, family.second());
        Answer refused = live.act(second, Approvals.refuse(request)).expect(200);
        expectBecome(refused, request, "answered", "refused");
        Approvals.expectAwaiting(Approvals.expectGiven(refused, 1, 2));
        refused.at("/status").is("registered");
        refused.at("/allowedActions").lacks("refuse-approval");
        Part event = Approvals.event(live, second, "approval-refused");
        event.at("/data").is(Json.object("request", request));
        event.at("/actor/right").is("guardian");
        live.act(second, Approvals.refuse(request))
                .hint("What is refused cannot be refused again.")
                .expectProblem(409, "state-conflict");
        live.act(people.officer(), Bodies.action("assign")).expect(200);
        live.read(second)
                .expect(200)
                .hint("Whoever refused can still approve.")
                .at("/allowedActions")
                .contains("approve");
        Answer agreed = live.act(second, Approvals.approve(request)).expect(200);
        expectBecome(agreed, request, "answered", "approved");
        Approvals.expectLacking(Approvals.expectGiven(agreed, 2, 2));
    }

    private static void expectBecome(Answer seen, String request, String state, String approval) {
        Part part = Approvals.request(seen, request);
        part.at("/state").is(state);
        part.at("/approval").is(approval);
    }
}
