package se.ryggrad.conformance.checks.handling;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks how a case ends, and begins anew. */
@ConformanceCheck
class EndingCheck {

    @Requirement("HAND-033")
    @Test
    void hand033_completesWhereNothingIsDecided(Cases cases, People people) {
        Officer officer = people.officer();
        LiveCase live = cases.anonymous().perform(officer, Bodies.action("assign"));
        live.act(officer, Bodies.approve()).expectProblem(409, "state-conflict");
        live.act(officer, Bodies.action("complete"))
                .expectProblem(422, "validation")
                .expectErrors("/result required");
        Answer acted = live.act(officer, complete()).expect(200);
        acted.at("/status").is("closed");
        acted.at("/result/text").is("Lagat.");
        Timeline.of(live, officer)
                .expectSound()
                .last("completed")
                .at("/content/actor/kind")
                .is("officer");
        Handled decidable = cases.assigned();
        decidable.live().act(decidable.officer(), complete()).expectProblem(409, "state-conflict");
    }

    private static JsonNode complete() {
        return Bodies.action("complete").set("result", Json.object("text", "Lagat."));
    }

    @Requirement("HAND-036")
    @Test
    void hand036_closesWhenEverybodyIsTold(Cases cases, People people) {
        Person one = people.person();
        Person other = people.person();
        LiveCase live = cases.create(people.registrar(), Papers.of(one, other));
        Officer officer = people.officer();
        live.perform(officer, Bodies.action("assign")).perform(officer, Bodies.approve());
        ObjectNode close = Bodies.action("close");
        live.act(officer, close).expectProblem(409, "state-conflict");
        live.perform(officer, Bodies.notifyDecision(live.text(officer, "/decisions/0/id"), Papers.self(live, one)));
        live.act(officer, close).hint("One of the two has not been told.").expectProblem(409, "state-conflict");
        JsonNode without = Json.object("party", Papers.self(live, other), "ground", "Adressen är okänd.");
        close.set("withoutNotification", Json.array(without));
        live.act(officer, close).expect(200).at("/status").is("closed");
        Handled handled = cases.notified();
        handled.live()
                .act(handled.officer(), Bodies.action("close"))
                .expect(200)
                .at("/status")
                .is("closed");
    }

    @Requirement("HAND-037")
    @Test
    void hand037_theSoleApplicantWithdraws(Cases cases) {
        Handled handled = cases.assigned();
        Answer acted = handled.live()
                .act(handled.applicant(), Bodies.action("withdraw"))
                .expect(200);
        acted.at("/status").is("decided");
        Part decision = acted.at("/decisions").hasSize(1).at("/0");
        decision.at("/kind").is("final");
        decision.at("/outcome").is("written-off");
        decision.at("/notifications/0/party").is(acted.at("/parties/0/id").node());
        Timeline timeline = Timeline.of(handled.live(), handled.applicant()).expectSound();
        timeline.last("withdrawn").at("/content/actor/kind").is("person");
        timeline.last("decision-notified").at("/content/actor/kind").is("automatic");
        if (timeline.types().contains("decided")) {
            throw ConformanceFailure.of(
                    "no event decided: a write-off is no decide",
                    timeline.types().toString());
        }
        handled.live().act(handled.applicant(), Bodies.action("withdraw")).expectProblem(409, "state-conflict");
    }

    @Requirement("HAND-037")
    @Test
    void hand037_closesWhereNothingIsDecided(Cases cases, People people) {
        LiveCase live = cases.anonymous();
        Officer officer = people.officer();
        live.perform(officer, Bodies.action("assign"));
        ObjectNode body = Bodies.action("withdraw")
                .put("for", live.text(officer, "/parties/0/id"))
                .put("channel", "phone");
        body.put("receivedOn", Bodies.today().toString());
        Answer acted = live.act(officer, body).expect(200);
        acted.at("/status").is("closed");
        acted.at("/decisions").hasSize(0);
    }

    @Requirement("HAND-038")
    @Test
    void hand038_oneOfSeveralWithdrawsAlone(Cases cases, People people) {
        Person one = people.person();
        Person other = people.person();
        LiveCase live = cases.create(people.registrar(), Papers.of(one, other));
        Answer first = live.act(one, Bodies.action("withdraw")).expect(200);
        first.at("/status").is("registered");
        first.at("/decisions").hasSize(0);
        Timeline.of(live, other).expectTypes("submitted", "registered", "withdrawn");
        live.act(one, Bodies.action("withdraw"))
                .hint("This applicant has withdrawn already.")
                .expect(403, 409);
        Answer second = live.act(other, Bodies.action("withdraw")).expect(200);
        second.at("/status").is("decided");
        second.at("/decisions").hasSize(1).at("/0/outcome").is("written-off");
    }

    @Requirement("HAND-039")
    @Test
    void hand039_reopensOnAGround(Cases cases, People people) {
        for (String ground : List.of("change", "closed-in-error")) {
            Handled handled = cases.closed();
            String officer = handled.live().text(handled.officer(), "/officer/officer");
            Answer wrong = handled.live()
                    .act(handled.officer(), Bodies.action("reopen").put("ground", "boredom"));
            wrong.expectProblem(422, "validation").expectErrors("/ground unknown-value");
            handled.live()
                    .act(handled.officer(), Bodies.action("reopen"))
                    .expectProblem(422, "validation")
                    .expectErrors("/ground required");
            ObjectNode reopen = Bodies.action("reopen").put("ground", ground);
            handled.live().act(handled.applicant(), reopen).expectProblem(403, "forbidden");
            Answer acted = handled.live().act(people.officer(), reopen).expect(200);
            acted.at("/status").is("in-progress");
            acted.at("/officer/officer").is(officer);
            acted.at("/decisions").hasSize(1);
            Timeline.of(handled.live(), handled.applicant())
                    .expectSound()
                    .last("reopened")
                    .at("/content/data/ground")
                    .is(ground);
        }
    }

    @Requirement("HAND-036")
    @Test
    void hand036_itIsTheFinalDecisionThatIsToBeKnown(Cases cases) {
        Handled handled = cases.assigned();
        handled.live().perform(handled.officer(), Bodies.decide("procedural", "other"));
        handled.live()
                .perform(handled.officer(), Bodies.notifyDecision(handled.decision(), handled.party()))
                .perform(handled.officer(), Bodies.approve());
        ObjectNode close = Bodies.action("close");
        handled.live()
                .act(handled.officer(), close)
                .hint("The party knows of an earlier decision, not of the final one.")
                .expectProblem(409, "state-conflict");
        String last = handled.live().text(handled.officer(), "/decisions/1/id");
        handled.live().perform(handled.officer(), Bodies.notifyDecision(last, handled.party()));
        handled.live().act(handled.officer(), close).expect(200);
    }

    @Requirement("HAND-038")
    @Test
    void hand038_onlyApplicantsCount(Cases cases, People people) {
        Person applicant = people.person();
        ObjectNode body = Papers.of(applicant, people.person());
        ((ObjectNode) body.at("/parties/1")).put("role", "co-applicant");
        LiveCase live = cases.create(people.registrar(), body);
        Answer acted = live.act(applicant, Bodies.action("withdraw")).expect(200);
        acted.at("/status").is("decided");
        acted.at("/decisions/0/outcome").is("written-off");
    }

    @Requirement("HAND-039")
    @Test
    void hand039_asksWhetherTheOfficerIsStillEntitled(Cases cases, People people) {
        Handled handled = cases.closed(people.officer());
        String token = handled.officer().token().claim("groups", Json.array()).compact();
        handled.live().http().get("/me").bearer(token).send().expect(200);
        ObjectNode reopen = Bodies.action("reopen").put("ground", "change");
        Answer acted = handled.live().act(people.officer(), reopen).expect(200);
        acted.at("/status").is("in-progress");
        acted.at("/officer").isMissing();
    }
}
