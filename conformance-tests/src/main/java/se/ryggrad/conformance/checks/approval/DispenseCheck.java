package se.ryggrad.conformance.checks.approval;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Families;
import se.ryggrad.conformance.fixture.Family;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.representation.Conduct;

/** Checks that an officer can do without an approval, on legal ground. */
@ConformanceCheck
class DispenseCheck {

    @Requirement("HAND-088")
    @Test
    void hand088_doesWithoutOne(Cases cases, People people, Families families) {
        Family family = families.guardians(3);
        LiveCase live = Approvals.guarded(cases, family);
        Officer officer = people.officer();
        String request = Approvals.asked(live, officer, family.second());
        Answer dispensed = live.act(officer, Approvals.dispense(request)).expect(200);
        expectDispensed(dispensed, request);
        Approvals.expectAwaiting(Approvals.expectGiven(dispensed, 1, 2));
        expectEvent(live, officer, request);
        live.act(family.second().proxy(), Approvals.approve(request))
                .hint("Whoever is dispensed with is asked no more.")
                .expectProblem(409, "state-conflict");
        Credential third = family.third().proxy();
        Answer agreed = live.act(third, Approvals.approve(Approvals.asked(live, third, family.third())))
                .expect(200);
        Approvals.expectLacking(Approvals.expectGiven(agreed, 2, 2));
    }

    @Requirement("HAND-088")
    @Test
    void hand088_doesWithoutAllWhoAreLeft(Cases cases, People people, Families families) {
        Family family = families.guardians(3);
        LiveCase live = Approvals.guarded(cases, family);
        Officer officer = people.officer();
        String second = Approvals.asked(live, officer, family.second());
        String third = Approvals.asked(live, officer, family.third());
        live.perform(family.second().proxy(), Approvals.refuse(second));
        Answer dispensed = live.act(officer, Approvals.dispense()).expect(200);
        List.of(second, third).forEach(request -> expectDispensed(dispensed, request));
        Approvals.expectLacking(Approvals.expectGiven(dispensed, 1, 1));
        dispensed.at("/waitingFor").hasSize(0);
        expectEvent(live, officer, second, third);
        live.act(officer, Approvals.dispense())
                .hint("The case awaits nobody any more.")
                .expectProblem(409, "state-conflict");
    }

    @Requirement("HAND-088")
    @Test
    void hand088_reckonsAnewFromThoseWhoAreLeft(Cases cases, People people, Families families) {
        Family company = families.signatories(3);
        LiveCase live = Approvals.signed(cases, company);
        Officer officer = people.officer();
        String second = Approvals.asked(live, officer, company.second());
        Answer two = live.act(officer, Approvals.dispense(second)).expect(200);
        Approvals.expectAwaiting(Approvals.expectGiven(two.hint("Two are left, and two must agree."), 1, 2));
        String third = Approvals.asked(live, officer, company.third());
        Answer one = live.act(officer, Approvals.dispense(third)).expect(200);
        Approvals.expectLacking(Approvals.expectGiven(one.hint("One is left."), 1, 1));
    }

    @Requirement("HAND-088")
    @Test
    void hand088_doesWithoutThoseWhoAreUnknown(Cases cases, People people, Families families) {
        Family family = families.guardians(2);
        families.registry().does(family.represented(), Conduct.FAILS);
        LiveCase live = Approvals.guarded(cases, family);
        Officer officer = people.officer();
        live.perform(officer, Bodies.action("assign"));
        Answer dispensed = live.act(officer, Approvals.dispense()).expect(200);
        Approvals.expectLacking(Approvals.expectGiven(dispensed, 1, 1));
        expectEvent(live, officer);
        live.act(officer, Bodies.approve()).expect(200).at("/status").is("decided");
    }

    @Requirement("HAND-088")
    @Test
    void hand088_needsAGroundAndAnOfficer(Cases cases, People people, Families families) {
        Family family = families.guardians(2);
        LiveCase live = Approvals.guarded(cases, family);
        Officer officer = people.officer();
        live.read(officer).expect(200).at("/allowedActions").contains("dispense-approval");
        live.act(officer, Bodies.action("dispense-approval"))
                .expectProblem(422, "validation")
                .expectErrors("/ground required");
        for (Credential other : List.of(family.first().proxy(), family.second().proxy(), people.registrar())) {
            live.act(other, Approvals.dispense()).expectProblem(403, "forbidden");
        }
        live.act(officer, Approvals.dispense()).expect(200);
    }

    private static void expectDispensed(Answer seen, String request) {
        Part part = Approvals.request(seen, request);
        part.at("/state").is("closed");
        part.at("/approval").is("dispensed");
    }

    private static void expectEvent(LiveCase live, Officer officer, String... requests) {
        Part data = Approvals.event(live, officer, "approval-dispensed").at("/data");
        data.at("/ground").is(Approvals.GROUND);
        data.at("/requests").satisfies("just the requests", list -> Approvals.holds(list, requests));
        data.is(Json.object("requests", data.at("/requests").node(), "ground", Approvals.GROUND));
    }
}
