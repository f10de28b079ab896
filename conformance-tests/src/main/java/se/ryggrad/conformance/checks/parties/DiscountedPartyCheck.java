package se.ryggrad.conformance.checks.parties;

import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that a party who has ended does not count in what is done afterwards. */
@ConformanceCheck
class DiscountedPartyCheck {

    /** A case of two applicants that an officer is handling: one of them ends. */
    private record Two(LiveCase live, Person kept, String keptParty, String gone, Officer officer) {

        static Two make(Cases cases, People people) {
            Person kept = people.person();
            Person gone = people.person();
            Officer officer = people.officer();
            LiveCase live = cases.create(people.registrar(), Papers.of(kept, gone));
            live.perform(officer, Bodies.action("assign"));
            return new Two(live, kept, Papers.self(live, kept), Papers.self(live, gone), officer);
        }

        Answer act(JsonNode body) {
            return live.act(officer, body);
        }

        void end() {
            live.perform(officer, Bodies.endParty(gone));
        }
    }

    @Requirement("HAND-069")
    @Test
    void hand069_isAskedNothing(Cases cases, People people) {
        Two two = Two.make(cases, people);
        two.end();
        two.act(Bodies.request(two.gone()))
                .expectProblem(422, "validation")
                .expectErrors("/addressee/party unknown-value");
        two.act(Bodies.request(two.keptParty())).expect(200).at("/waitingFor").hasSize(1);
    }

    @Requirement("HAND-069")
    @Test
    void hand069_whatTheyWereAskedIsClosedByTheOfficer(Cases cases, People people) {
        Two two = Two.make(cases, people);
        Answer asked = two.act(Bodies.request(two.gone())).expect(200);
        asked.at("/allowedActions").contains("answer-request");
        String request = asked.at("/requests/0/id").text();
        two.end();
        Answer seen = two.live().read(two.officer()).expect(200);
        seen.at("/waitingFor").hasSize(1);
        seen.at("/allowedActions").lacks("answer-request");
        ObjectNode answer = onPaper(Bodies.answer(request), two.gone());
        two.act(answer).expectProblem(409, "state-conflict");
        two.live().perform(two.officer(), Bodies.action("close-request").put("request", request));
        two.live().read(two.officer()).expect(200).at("/waitingFor").hasSize(0);
    }

    @Requirement("HAND-069")
    @Test
    void hand069_doesNothingOnPaper(Cases cases, People people) {
        Two two = Two.make(cases, people);
        ObjectNode theirs = onPaper(Bodies.supplement("Mer."), two.gone());
        two.act(theirs).expect(200);
        two.end();
        two.act(theirs).expectProblem(422, "validation").expectErrors("/for unknown-value");
        two.act(onPaper(Bodies.supplement("Mer."), two.keptParty())).expect(200);
    }

    private static ObjectNode onPaper(ObjectNode body, String party) {
        return body.put("for", party)
                .put("channel", "paper")
                .put("receivedOn", Bodies.today().toString());
    }

    @Requirement("HAND-069")
    @Test
    void hand069_isNotToldOfDecisions(Cases cases, People people) {
        Two two = Two.make(cases, people);
        String decision =
                two.act(Bodies.approve()).expect(200).at("/decisions/0/id").text();
        two.end();
        two.act(Bodies.notifyDecision(decision, two.gone()))
                .expectProblem(422, "validation")
                .expectErrors("/parties/0 unknown-value");
        ObjectNode everybody = Bodies.notifyDecision(decision, two.keptParty());
        everybody.remove("parties");
        Part told = two.act(everybody).expect(200).at("/decisions/0/notifications");
        told.hasSize(1).at("/0/party").is(two.keptParty());
    }

    @Requirement("HAND-069")
    @Test
    void hand069_isNotWaitedForWhenTheCaseCloses(Cases cases, People people) {
        Two two = Two.make(cases, people);
        String decision =
                two.act(Bodies.approve()).expect(200).at("/decisions/0/id").text();
        two.act(Bodies.notifyDecision(decision, two.keptParty())).expect(200);
        two.act(Bodies.action("close"))
                .hint("One of the two has not been told.")
                .expectProblem(409, "state-conflict");
        two.end();
        two.act(Bodies.action("close")).expect(200).at("/status").is("closed");
    }

    @Requirement("HAND-069")
    @Test
    void hand069_isNotWaitedForWhenTheOthersWithdraw(Cases cases, People people) {
        Two waiting = Two.make(cases, people);
        JsonNode withdraw = Bodies.action("withdraw");
        waiting.live().act(waiting.kept(), withdraw).expect(200).at("/status").is("in-progress");
        Two two = Two.make(cases, people);
        two.end();
        Answer acted = two.live().act(two.kept(), withdraw).expect(200);
        acted.at("/status").is("decided");
        Part told = acted.at("/decisions").hasSize(1).at("/0/notifications");
        told.hasSize(1).at("/0/party").is(two.keptParty());
    }
}
