package se.ryggrad.conformance.checks.handling;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that an authority changes its own decisions as far as the law lets it, and in the open. */
@ConformanceCheck
class ChangeCheck {

    @Requirement("HAND-060")
    @Test
    void hand060_putsAnotherInThePlaceOfADecision(Cases cases, People people) {
        Handled handled = cases.notified();
        JsonNode old =
                handled.live().read(handled.officer()).require(200).json().at("/decisions/0");
        ObjectNode change = Bodies.change(handled.decision(), "incorrect");
        handled.live().act(handled.applicant(), change).expectProblem(403, "forbidden");
        Answer acted = handled.live().act(people.officer(), change).expect(200);
        acted.at("/status").is("decided");
        acted.at("/decisions").hasSize(2).at("/0").is(old);
        Part made = acted.at("/decisions/1");
        made.at("/kind").is("final");
        made.at("/outcome").is("approved");
        made.at("/decidedOn").is(Bodies.today().toString());
        made.at("/text").is("Beslutet ändras.");
        made.at("/reasons/text").is("Uppgifterna är nya.");
        made.at("/replaces").is(handled.decision());
        made.at("/changeGround").is("incorrect");
        Part told = Timeline.of(handled.live(), handled.applicant())
                .expectSound()
                .last("decision-changed")
                .at("/content/data");
        told.at("/decision").is(made.at("/id").text());
        told.at("/replaces").is(handled.decision());
        told.at("/ground").is("incorrect");
    }

    @Requirement("HAND-060")
    @Test
    void hand060_leavesAnInterimDecisionInterim(Cases cases) {
        Handled handled = cases.assigned();
        handled.live().perform(handled.officer(), Bodies.decide("interim", "rejected"));
        Answer acted = handled.live()
                .act(handled.officer(), Bodies.change(handled.decision(), "incorrect"))
                .expect(200);
        acted.at("/status").is("in-progress");
        acted.at("/decisions/1/kind").is("interim");
    }

    @Requirement("HAND-060")
    @Test
    void hand060_isNotForTracksWithAnotherWay(Cases cases) {
        Handled handled = cases.assigned(Services.LEGALITY);
        handled.live().perform(handled.officer(), Bodies.approve());
        handled.live()
                .act(handled.officer(), Bodies.change(handled.decision(), "incorrect"))
                .hint("Sections 37 to 39 do not apply on track legality.")
                .expectProblem(409, "state-conflict");
    }

    @Requirement("HAND-061")
    @Test
    void hand061_takesAwayOnGroundsOfTheLawAlone(Cases cases) {
        Handled handled = cases.notified();
        expectGround(handled, "incorrect", "partly");
        expectGround(handled, "clearly-incorrect", "rejected");
        change(handled, "reservation", "partly");
        expectGround(handled, "incorrect", "dismissed");
        change(handled, "urgent-safety", "rejected");
        change(handled, "incorrect", "approved");
        expectGround(handled, "incorrect", "written-off");
        change(handled, "misleading-information", "rejected");
    }

    @Requirement("HAND-062")
    @Test
    void hand062_isBoundByAnOpenAppeal(Cases cases) {
        Handled handled = appealed(cases);
        expectGround(handled, "incorrect", "approved");
        expectGround(handled, "misleading-information", "approved");
        expectGround(handled, "clearly-incorrect", "rejected");
        change(handled, "clearly-incorrect", "approved");
        handled.live()
                .read(handled.officer())
                .expect(200)
                .at("/appeals/0/state")
                .is("open");
        expectGround(handled, "incorrect", "approved");
    }

    @Requirement("HAND-062")
    @Test
    void hand062_endsWhereTheAppealIsHandedOver(Cases cases) {
        ObjectNode forward = Bodies.action("forward-appeal").put("to", "Förvaltningsrätten");
        ObjectNode ruling = Bodies.action("record-ruling")
                .put("outcome", "upheld")
                .put("ruledOn", Bodies.today().toString());
        for (ObjectNode handing : List.of(forward, ruling)) {
            Handled handled = appealed(cases);
            String appeal = handled.live().text(handled.officer(), "/appeals/0/id");
            handled.live().perform(handled.officer(), handing.put("appeal", appeal));
            handled.live()
                    .act(handled.officer(), Bodies.change(last(handled), "clearly-incorrect"))
                    .hint("After " + handing.path("action").asString("") + " it is for the court.")
                    .expectProblem(409, "state-conflict");
            handled.live()
                    .act(handled.officer(), Bodies.change(handled.decision(), "incorrect"))
                    .hint("This one is not appealed.")
                    .expect(200);
        }
    }

    /** Makes a case with an interim decision and a final one, which its applicant has appealed. */
    private static Handled appealed(Cases cases) {
        Handled handled = cases.assigned();
        handled.live().perform(handled.officer(), Bodies.decide("interim", "approved"));
        handled.live().perform(handled.officer(), Bodies.approve());
        handled.live().perform(handled.applicant(), AppealCheck.appeal(last(handled)));
        return handled;
    }

    @Requirement("HAND-063")
    @Test
    void hand063_isMadeKnownAnew(Cases cases) {
        Handled handled = cases.notified();
        change(handled, "incorrect", "approved");
        String changed = last(handled);
        LiveCase live = handled.live();
        live.read(handled.officer())
                .expect(200)
                .at("/decisions/1/notifications")
                .hasSize(0);
        live.act(handled.officer(), Bodies.action("close"))
                .hint("Nobody was notified of the changed decision.")
                .expectProblem(409, "state-conflict");
        live.perform(handled.officer(), Bodies.notifyDecision(changed, handled.party()));
        live.act(handled.officer(), ServingCheck.service(changed, handled.party(), Bodies.today()))
                .expect(200)
                .at("/decisions/1/notifications/0/appealBefore")
                .exists();
        live.perform(handled.officer(), Bodies.action("close"));
    }

    @Requirement("HAND-063")
    @Test
    void hand063_isForThoseWhomTheDecisionWasFor(Cases cases, People people) {
        Person one = people.person();
        Person other = people.person();
        Officer officer = people.officer();
        LiveCase live = cases.create(people.registrar(), Papers.of(one, other));
        live.perform(officer, Bodies.action("assign"));
        live.perform(officer, Bodies.narrowed(Bodies.decide("interim", "approved"), Papers.self(live, one)));
        JsonNode old = live.read(officer).require(200).json().at("/decisions/0");
        Part made = live.act(officer, Bodies.change(old.path("id").asString(""), "incorrect"))
                .expect(200)
                .at("/decisions/1");
        made.at("/audience").is(old.path("audience"));
        made.at("/secrecy").is(old.path("secrecy"));
        live.read(one).expect(200).at("/decisions").hasSize(2);
        live.read(other).expect(200).at("/decisions").hasSize(0);
        List<Part> seen = Timeline.of(live, other).expectSound().events();
        seen.get(seen.size() - 1).at("/withheld/provisions").is(Json.array("OSL 26 kap. 1 §"));
    }

    @Requirement("HAND-064")
    @Test
    void hand064_isOfADecisionThatHolds(Cases cases) {
        Handled handled = cases.assigned();
        handled.live().perform(handled.officer(), Bodies.decide("interim", "approved"));
        handled.live().perform(handled.officer(), Bodies.decide("procedural", "rejected"));
        expectFault(handled, UUID.randomUUID().toString());
        expectFault(handled, last(handled));
        handled.live().perform(handled.officer(), Bodies.change(handled.decision(), "incorrect"));
        expectFault(handled, handled.decision());
    }

    private static void expectFault(Handled handled, String decision) {
        handled.live()
                .act(handled.officer(), Bodies.change(decision, "incorrect"))
                .expectProblem(422, "validation")
                .expectErrors("/decision unknown-value");
    }

    private static void expectGround(Handled handled, String ground, String outcome) {
        handled.live()
                .act(handled.officer(), Bodies.change(last(handled), ground).put("outcome", outcome))
                .hint("To " + outcome + " on the ground " + ground + ".")
                .expectProblem(422, "validation")
                .expectErrors("/ground unknown-value");
    }

    private static void change(Handled handled, String ground, String outcome) {
        handled.live()
                .act(handled.officer(), Bodies.change(last(handled), ground).put("outcome", outcome))
                .hint("To " + outcome + " on the ground " + ground + ".")
                .expect(200);
    }

    private static String last(Handled handled) {
        JsonNode decisions =
                handled.live().read(handled.officer()).require(200).json().path("decisions");
        return decisions.path(decisions.size() - 1).path("id").asString("");
    }
}
