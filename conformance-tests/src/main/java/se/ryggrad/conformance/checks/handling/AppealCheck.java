package se.ryggrad.conformance.checks.handling;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.LegalDates;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.TestActor;
import tools.jackson.databind.node.ObjectNode;

/** Checks that an appeal is received, also a late one, and followed to the ruling. */
@ConformanceCheck
class AppealCheck {

    @Requirement("HAND-051")
    @Test
    void hand051_isReceivedFromAParty(Cases cases, People people, Uploads uploads) {
        Handled handled = cases.notified();
        String document = uploads.pdf(handled.applicant());
        ObjectNode appeal = appeal(handled.decision());
        appeal.set("documents", Json.array(Uploads.entry(document, "other", "overklagande.pdf")));
        Answer acted = handled.live().act(handled.applicant(), appeal).expect(200);
        Part made = acted.at("/appeals").hasSize(1).at("/0");
        made.at("/decision").is(handled.decision());
        made.at("/appellant").is(handled.party());
        made.at("/receivedOn").is(Bodies.today().toString());
        made.at("/late").is(false);
        made.at("/state").is("open");
        made.at("/text").is("Jag överklagar.");
        made.at("/documents/0").is(document);
        acted.at("/status").is("decided");
        Timeline.of(handled.live(), handled.officer())
                .expectSound()
                .last("appealed")
                .at("/content/data/appeal")
                .is(made.at("/id").text());
        handled.live()
                .act(handled.applicant(), appeal(UUID.randomUUID().toString()))
                .expectProblem(422, "validation")
                .expectErrors("/decision unknown-value");
        handled.live().act(registering(people), appeal(handled.decision())).expectProblem(403, "forbidden");
    }

    private static TestActor registering(People people) {
        return people.system("cases:register", "cases:read");
    }

    @Requirement("HAND-051")
    @Test
    void hand051_isNotReceivedWhereTheLawHasAnotherWay(Cases cases) {
        Handled handled = cases.assigned(Services.LEGALITY);
        handled.live().perform(handled.officer(), Bodies.approve());
        handled.live()
                .act(handled.applicant(), appeal(handled.decision()))
                .hint("On track legality it is the court that receives it.")
                .expectProblem(409, "state-conflict");
    }

    @Requirement("HAND-052")
    @Test
    void hand052_isLateFromAppealBeforeOn(Cases cases, People people) {
        Person applicant = people.person();
        Officer officer = people.officer();
        LocalDate day = Bodies.today().minusMonths(3);
        Decided decided = decided(cases, people, applicant, officer, day);
        LiveCase live = decided.live();
        String decision = decided.decision();
        String party = decided.party();
        live.perform(officer, ServingCheck.service(decision, party, day));
        LocalDate before = LegalDates.appealBefore(day);
        live.act(officer, onPaper(decision, party, before.minusDays(1)))
                .hint("It came in the day before appealBefore.")
                .expect(200)
                .at("/appeals/0/late")
                .is(false);
        live.act(officer, onPaper(decision, party, before))
                .hint("It came in on the day appealBefore.")
                .expect(200)
                .at("/appeals/1/late")
                .is(true);
        live.act(applicant, appeal(decision))
                .hint("A late appeal is received all the same.")
                .expect(200)
                .at("/appeals/2/late")
                .is(true);
    }

    @Requirement("HAND-052")
    @Test
    void hand052_isNotLateWhileNobodyKnowsWhenTheDecisionWasReceived(Cases cases, People people) {
        Person applicant = people.person();
        Officer officer = people.officer();
        Decided decided =
                decided(cases, people, applicant, officer, Bodies.today().minusMonths(3));
        decided.live()
                .act(applicant, appeal(decided.decision()))
                .expect(200)
                .at("/appeals/0/late")
                .is(false);
    }

    @Requirement("HAND-053")
    @Test
    void hand053_onlyALateOneIsDismissed(Cases cases, People people) {
        Person applicant = people.person();
        Officer officer = people.officer();
        LocalDate day = Bodies.today().minusMonths(3);
        Decided decided = decided(cases, people, applicant, officer, day);
        LiveCase live = decided.live();
        String decision = decided.decision();
        String party = decided.party();
        live.perform(officer, ServingCheck.service(decision, party, day));
        live.perform(officer, onPaper(decision, party, day.plusDays(1)));
        String early = live.text(officer, "/appeals/0/id");
        live.act(officer, dismiss(early)).hint("It came in time.").expectProblem(409, "state-conflict");
        live.perform(applicant, appeal(decision));
        live.act(officer, dismiss(early))
                .hint("Another appeal is late, this one is not.")
                .expectProblem(409, "state-conflict");
        String late = live.text(officer, "/appeals/1/id");
        live.act(applicant, dismiss(late)).expectProblem(403, "forbidden");
        live.act(officer, dismiss(UUID.randomUUID().toString()))
                .expectProblem(422, "validation")
                .expectErrors("/appeal unknown-value");
        Answer acted = live.act(officer, dismiss(late)).expect(200);
        acted.at("/appeals/1/state").is("dismissed");
        acted.at("/appeals/0/state").is("open");
        Part made = acted.at("/decisions").hasSize(2).at("/1");
        made.at("/kind").is("procedural");
        made.at("/outcome").is("dismissed");
        Timeline.of(live, applicant)
                .expectSound()
                .last("appeal-dismissed")
                .at("/content/data/decision")
                .is(made.at("/id").text());
    }

    @Requirement("HAND-054")
    @Test
    void hand054_isHandedOverOnce(Cases cases, People people) {
        Handled handled = cases.notified();
        handled.live().perform(handled.applicant(), appeal(handled.decision()));
        String appeal = handled.live().text(handled.officer(), "/appeals/0/id");
        ObjectNode forward =
                Bodies.action("forward-appeal").put("appeal", appeal).put("to", "Förvaltningsrätten");
        handled.live().act(handled.applicant(), forward).expectProblem(403, "forbidden");
        Answer acted = handled.live().act(registering(people), forward).expect(200);
        acted.at("/appeals/0/state").is("forwarded");
        acted.at("/appeals/0/forwardedTo").is("Förvaltningsrätten");
        Timeline.of(handled.live(), handled.applicant())
                .expectSound()
                .last("appeal-forwarded")
                .at("/content/data/to")
                .is("Förvaltningsrätten");
        handled.live().act(handled.officer(), forward).expectProblem(409, "state-conflict");
    }

    @Requirement("HAND-055")
    @Test
    void hand055_endsWithTheRuling(Cases cases, People people) {
        for (String outcome : List.of("upheld", "changed", "set-aside", "remitted", "dismissed")) {
            Handled handled = cases.closed();
            handled.live().perform(handled.applicant(), appeal(handled.decision()));
            ObjectNode ruling = ruling(handled, outcome).put("text", "Domen.");
            Answer acted = handled.live().act(people.officer(), ruling).expect(200);
            boolean remitted = outcome.equals("remitted");
            acted.at("/status").is(remitted ? "in-progress" : "closed");
            Part ruled = acted.at("/appeals/0");
            ruled.at("/state").is("ruled");
            ruled.at("/ruling/outcome").is(outcome);
            ruled.at("/ruling/ruledOn").is(Bodies.today().toString());
            ruled.at("/ruling/text").is("Domen.");
            Timeline.of(handled.live(), handled.applicant())
                    .expectSound()
                    .last("ruling-recorded")
                    .at("/content/data/outcome")
                    .is(outcome);
            handled.live().act(handled.officer(), ruling).expectProblem(409, "state-conflict");
        }
    }

    @Requirement("HAND-055")
    @Test
    void hand055_noCourtRulesTomorrow(Cases cases) {
        Handled handled = cases.closed();
        handled.live().perform(handled.applicant(), appeal(handled.decision()));
        ObjectNode ruling = ruling(handled, "upheld");
        for (int days : List.of(2, -1)) {
            ruling.put("ruledOn", Bodies.today().plusDays(days).toString());
            handled.live()
                    .act(handled.officer(), ruling)
                    .expectProblem(422, "validation")
                    .expectErrors("/ruledOn " + (days > 0 ? "date-in-future" : "date-order"));
        }
    }

    @Requirement("HAND-056")
    @Test
    void hand056_aNoteCanBeTakenWhileAnAppealIsPending(Cases cases) {
        Handled handled = cases.closed();
        ObjectNode note = Bodies.action("record-note").put("text", "Överlämnas i dag.");
        handled.live().act(handled.officer(), note).expectProblem(409, "state-conflict");
        handled.live().perform(handled.applicant(), appeal(handled.decision()));
        handled.live()
                .act(handled.officer(), note)
                .hint("An appeal awaits its outcome.")
                .expect(200)
                .at("/status")
                .is("closed");
        handled.live().perform(handled.officer(), ruling(handled, "upheld"));
        handled.live().act(handled.officer(), note).expectProblem(409, "state-conflict");
    }

    /** A case that was decided, the decision, and the party whom it was sent to. */
    private record Decided(LiveCase live, String decision, String party) {}

    /** Makes a case that was decided and sent to its applicant on a day in the past. */
    private static Decided decided(Cases cases, People people, Person applicant, Officer officer, LocalDate day) {
        ObjectNode paper =
                Papers.of(applicant).put("receivedOn", day.minusDays(1).toString());
        LiveCase live = cases.create(people.registrar(), paper);
        live.perform(officer, Bodies.action("assign"));
        ObjectNode decide = Bodies.approve().put("decidedOn", day.toString());
        Answer acted = live.act(officer, decide).require(200);
        String decision = acted.at("/decisions/0/id").text();
        String party = acted.at("/parties/0/id").text();
        ObjectNode notification = Bodies.notifyDecision(decision, party).put("sentOn", day.toString());
        return new Decided(live.perform(officer, notification), decision, party);
    }

    /** Returns an appeal of a decision. */
    static ObjectNode appeal(String decision) {
        return Bodies.action("appeal").put("decision", decision).put("text", "Jag överklagar.");
    }

    /** Returns an appeal of a decision that came on paper. */
    static ObjectNode onPaper(String decision, String party, LocalDate day) {
        return appeal(decision).put("for", party).put("channel", "paper").put("receivedOn", day.toString());
    }

    /** Returns the dismissal of an appeal. */
    static ObjectNode dismiss(String appeal) {
        return Bodies.action("dismiss-appeal")
                .put("appeal", appeal)
                .set("reasons", Json.object("text", "Det kom in för sent."));
    }

    private static ObjectNode ruling(Handled handled, String outcome) {
        return ruling(handled.live().text(handled.officer(), "/appeals/0/id"), outcome);
    }

    /** Returns the ruling of today on an appeal. */
    static ObjectNode ruling(String appeal, String outcome) {
        return Bodies.action("record-ruling")
                .put("appeal", appeal)
                .put("outcome", outcome)
                .put("ruledOn", Bodies.today().toString());
    }
}
