package se.ryggrad.conformance.checks.approval;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Families;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import tools.jackson.databind.node.ObjectNode;

/** Checks that nothing is granted while the case awaits approval, and that anything else can be decided. */
@ConformanceCheck
class GrantCheck {

    private static final String MISSING = "/outcome approval-missing";

    @Requirement("HAND-089")
    @Test
    void hand089_grantsNothing(Cases cases, People people, Families families) {
        Officer officer = people.officer();
        LiveCase live = awaiting(cases, families, officer);
        for (String outcome : List.of("approved", "partly")) {
            expectMissing(live, officer, Bodies.fair(Bodies.decide("final", outcome)), MISSING);
        }
        ObjectNode wrong = Bodies.approve();
        wrong.put("decidedOn", Bodies.today().plusDays(1).toString()).remove("reasons");
        expectMissing(live, officer, wrong, "/decidedOn date-in-future", MISSING, "/reasons required");
        live.act(officer, Approvals.dispense()).expect(200);
        live.act(officer, Bodies.approve()).expect(200).at("/status").is("decided");
    }

    @Requirement("HAND-089")
    @Test
    void hand089_isAboutDecisionsThatEndAMatterOrAPart(Cases cases, People people, Families families) {
        Officer officer = people.officer();
        LiveCase live = awaiting(cases, families, officer);
        expectMissing(live, officer, Bodies.decide("partial", "approved"), MISSING);
        live.act(officer, Bodies.decide("interim", "approved"))
                .hint("A decision that ends nothing is no grant of what was applied for.")
                .expect(200);
    }

    @Requirement("HAND-089")
    @Test
    void hand089_refusesAndGrantsNoMoreByAChange(Cases cases, People people, Families families) {
        Officer officer = people.officer();
        LiveCase live = awaiting(cases, families, officer);
        live.act(officer, Bodies.refuse())
                .hint("What nobody is granted, nobody needs to agree on.")
                .expect(200)
                .at("/status")
                .is("decided");
        String decision = live.text(officer, "/decisions/0/id");
        for (String outcome : List.of("approved", "partly")) {
            ObjectNode change = Bodies.change(decision, "clearly-incorrect").put("outcome", outcome);
            expectMissing(live, officer, change, MISSING);
        }
        live.act(officer, Bodies.change(decision, "clearly-incorrect").put("outcome", "dismissed"))
                .expect(200);
    }

    @Requirement("HAND-089")
    @Test
    void hand089_changesADecisionOnceAllHaveAgreed(Cases cases, People people, Families families) {
        Officer officer = people.officer();
        LiveCase live = awaiting(cases, families, officer).perform(officer, Approvals.dispense());
        live.perform(officer, Bodies.refuse());
        String decision = live.text(officer, "/decisions/0/id");
        live.act(officer, Bodies.change(decision, "clearly-incorrect")).expect(200);
    }

    private static LiveCase awaiting(Cases cases, Families families, Officer officer) {
        return Approvals.guarded(cases, families.guardians(2)).perform(officer, Bodies.action("assign"));
    }

    private static void expectMissing(LiveCase live, Officer officer, ObjectNode body, String... errors) {
        live.act(officer, body).expectProblem(422, "validation").expectErrors(errors);
    }
}
