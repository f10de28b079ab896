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
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.node.ObjectNode;

/** Checks that whom a decision goes against is heard before it, and is told how to appeal. */
@ConformanceCheck
class DueProcessCheck {

    private static final String OMITTED = "communicationOmitted";
    private static final String INSTRUCTION = "appealInstruction";

    @Requirement("HAND-082")
    @Test
    void hand082_asksForAGroundWhereNobodyWasHeard(Cases cases) {
        Handled handled = cases.assigned();
        for (String outcome : List.of("partly", "rejected", "dismissed", "written-off")) {
            for (String kind : List.of("final", "partial")) {
                ObjectNode silent = Bodies.fair(Bodies.decide(kind, outcome));
                silent.remove(OMITTED);
                handled.live()
                        .act(handled.officer(), silent)
                        .hint(kind + " with the outcome " + outcome)
                        .expectProblem(422, "validation")
                        .expectErrors("/communicationOmitted required");
            }
        }
        ObjectNode interim = Bodies.decide("interim", "rejected");
        handled.live().act(handled.officer(), interim).expect(200);
        handled.live().act(handled.officer(), Bodies.refuse()).expect(200);
    }

    @Requirement("HAND-082")
    @Test
    void hand082_countsWhoWasHeard(Cases cases) {
        Handled handled = cases.assigned();
        ObjectNode silent = silent();
        handled.live().perform(handled.officer(), Bodies.request(handled.party()));
        handled.live().perform(handled.applicant(), Bodies.answer(handled.request()));
        expectUnheard(handled.live(), handled.officer(), "Another kind of request was answered.");
        handled.live().perform(handled.officer(), communication(handled.party()));
        expectUnheard(handled.live(), handled.officer(), "The request is open.");
        handled.live().perform(handled.applicant(), Bodies.answer(handled.request()));
        handled.live()
                .act(handled.officer(), silent)
                .hint("The party has commented.")
                .expect(200);
    }

    @Requirement("HAND-082")
    @Test
    void hand082_countsWhoSaidNothing(Cases cases) {
        Handled handled = cases.assigned();
        handled.live().perform(handled.officer(), communication(handled.party()));
        handled.live().perform(handled.officer(), Bodies.action("close-request").put("request", handled.request()));
        handled.live()
                .act(handled.officer(), silent())
                .hint("The officer has closed the request.")
                .expect(200);
    }

    @Requirement("HAND-082")
    @Test
    void hand082_hearsEveryPartyWhoMayAppeal(Cases cases, People people) {
        Person other = people.person();
        Officer officer = people.officer();
        LiveCase live = cases.create(
                people.person(),
                Bodies.newCase(Services.PLAIN, "Två").set("parties", Json.array(Papers.party("co-applicant", other))));
        live.perform(officer, Bodies.action("assign"));
        heard(live, officer, 0);
        expectUnheard(live, officer, "The other applicant was not heard.");
        String second = live.text(officer, "/parties/1/id");
        live.perform(officer, Bodies.changeParty(second, Json.object("rights", Json.array("see"))));
        live.act(officer, silent()).hint("The other applicant may not appeal.").expect(200);
    }

    @Requirement("HAND-082")
    @Test
    void hand082_hearsWhomAChangeGoesAgainst(Cases cases) {
        Handled handled = cases.notified();
        ObjectNode change =
                Bodies.change(handled.decision(), "misleading-information").put("outcome", "rejected");
        ObjectNode silent = change.deepCopy();
        silent.remove(OMITTED);
        handled.live()
                .act(handled.officer(), silent)
                .expectProblem(422, "validation")
                .expectErrors("/communicationOmitted required");
        handled.live().act(handled.officer(), change).expect(200);
    }

    @Requirement("HAND-083")
    @Test
    void hand083_saysHowToAppeal(Cases cases) {
        Handled handled = cases.assigned();
        ObjectNode silent = Bodies.refuse();
        silent.remove(INSTRUCTION);
        handled.live()
                .act(handled.officer(), silent)
                .expectProblem(422, "validation")
                .expectErrors("/appealInstruction required");
        silent.set("appealInstructionOmitted", Json.object("ground", "Beslutet får inte överklagas."));
        handled.live().act(handled.officer(), silent).expect(200).at("/status").is("decided");
    }

    @Requirement("HAND-083")
    @Test
    void hand083_saysHowToAppealAChange(Cases cases) {
        Handled handled = cases.notified();
        ObjectNode silent =
                Bodies.change(handled.decision(), "misleading-information").put("outcome", "partly");
        silent.remove(INSTRUCTION);
        handled.live()
                .act(handled.officer(), silent)
                .expectProblem(422, "validation")
                .expectErrors("/appealInstruction required");
    }

    @Requirement({"HAND-082", "HAND-083"})
    @Test
    void hand083_isForTheTrackOfTheLaw(Cases cases) {
        Handled handled = cases.assigned(Services.LEGALITY);
        handled.live()
                .act(handled.officer(), Bodies.decide("final", "rejected"))
                .hint("FL sections 25 and 33 do not apply on the track legality.")
                .expect(200);
        Handled granted = cases.assigned();
        granted.live()
                .act(granted.officer(), Bodies.approve())
                .hint("Nothing goes against anybody.")
                .expect(200);
    }

    @Requirement("HAND-084")
    @Test
    void hand084_showsTheGrounds(Cases cases) {
        Handled handled = cases.assigned();
        ObjectNode partial = Bodies.fair(Bodies.decide("partial", "partly"));
        Answer acted = handled.live().act(handled.officer(), partial).expect(200);
        acted.at("/decisions/0/communicationOmitted").is(partial.path(OMITTED));
        acted.at("/decisions/0/appealInstruction").is(partial.path(INSTRUCTION));
        ObjectNode refused = Bodies.refuse().without(List.of(INSTRUCTION));
        refused.set("appealInstructionOmitted", Json.object("ground", "Det får inte överklagas."));
        handled.live().act(handled.officer(), refused).expect(200);
        Part decision = handled.live().read(handled.applicant()).expect(200).at("/decisions/1");
        Part told =
                Timeline.of(handled.live(), handled.applicant()).last("decided").at("/content/data");
        for (String member : List.of(OMITTED, "appealInstructionOmitted")) {
            decision.at("/" + member).is(refused.path(member));
            told.at("/" + member).is(refused.path(member));
        }
    }

    /** Returns a refusal that says nothing of whether anybody was heard. */
    private static ObjectNode silent() {
        return Bodies.refuse().without(List.of(OMITTED));
    }

    private static ObjectNode communication(String party) {
        return Bodies.request(party).put("kind", "communication");
    }

    private static void heard(LiveCase live, Officer officer, int party) {
        live.perform(officer, communication(live.text(officer, "/parties/" + party + "/id")));
        String request = live.text(officer, "/requests/0/id");
        live.perform(officer, Bodies.action("close-request").put("request", request));
    }

    private static void expectUnheard(LiveCase live, Officer officer, String hint) {
        live.act(officer, silent())
                .hint(hint)
                .expectProblem(422, "validation")
                .expectErrors("/communicationOmitted required");
    }
}
