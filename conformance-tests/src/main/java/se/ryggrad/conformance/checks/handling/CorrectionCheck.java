package se.ryggrad.conformance.checks.handling;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that an obvious error in a decision is corrected in the open. */
@ConformanceCheck
class CorrectionCheck {

    private static final String DECISION = "/decisions/0";

    @Requirement("HAND-057")
    @Test
    void hand057_putsTheWordsRightAndLeavesTheDecision(Cases cases, People people) {
        Person applicant = people.person();
        Officer officer = people.officer();
        LocalDate day = Bodies.today().minusDays(2);
        LiveCase live = cases.create(people.registrar(), Papers.of(applicant));
        live.perform(officer, Bodies.action("assign"));
        live.perform(officer, Bodies.approve().put("decidedOn", day.toString()));
        String decision = live.text(officer, "/decisions/0/id");
        live.perform(officer, Bodies.notifyDecision(decision, Papers.self(live, applicant)));
        JsonNode wrong = live.read(officer).require(200).json().at(DECISION);
        live.act(applicant, Bodies.correct(decision, "Bifall, 12 000 kr.")).expectProblem(403, "forbidden");
        Answer acted = live.act(people.officer(), Bodies.correct(decision, "Bifall, 12 000 kr."))
                .expect(200);
        acted.at(DECISION + "/text").is("Bifall, 12 000 kr.");
        acted.at(DECISION + "/reasons").is(wrong.path("reasons"));
        acted.at("/status").is("decided");
        Answer again = live.act(officer, reasons(decision)).expect(200);
        again.at("/decisions").hasSize(1);
        again.at(DECISION + "/text").is("Bifall, 12 000 kr.");
        again.at(DECISION + "/reasons/text").is("Planen följs helt.");
        for (String member : List.of("id", "kind", "outcome", "decidedOn", "decidedBy", "notifications")) {
            again.at(DECISION + "/" + member).is(wrong.path(member));
        }
    }

    @Requirement("HAND-057")
    @Test
    void hand057_comesWithTheDocumentAsItWasMeant(Cases cases, Uploads uploads) {
        Handled handled = cases.closed();
        String document = uploads.pdf(handled.officer());
        ObjectNode correction = Bodies.correct(handled.decision(), "Bifall, 12 000 kr.");
        correction.set("documents", Json.array(Uploads.entry(document, "other", "beslut.pdf")));
        Answer acted = handled.live().act(handled.officer(), correction).expect(200);
        acted.at("/status").is("closed");
        acted.at(DECISION + "/documents/0").is(document);
        acted.at("/documents/0/direction").is("out");
    }

    @Requirement("HAND-058")
    @Test
    void hand058_keepsWhatWasSaidBefore(Cases cases) {
        Handled handled = cases.notified();
        JsonNode wrong =
                handled.live().read(handled.officer()).require(200).json().at(DECISION);
        handled.live().perform(handled.officer(), Bodies.correct(handled.decision(), "Bifall, 12 000 kr."));
        Part first = corrected(handled);
        first.at("/decision").is(handled.decision());
        first.at("/explanation").is("Beloppet föll bort.");
        first.at("/text").is("Bifall, 12 000 kr.");
        first.at("/formerText").is(wrong.path("text"));
        first.at("/formerReasons").isMissing();
        handled.live().perform(handled.officer(), reasons(handled.decision()));
        Part second = corrected(handled);
        second.at("/reasons/text").is("Planen följs helt.");
        second.at("/formerReasons").is(wrong.path("reasons"));
        second.at("/formerText").isMissing();
        Part kept = handled.live()
                .read(handled.applicant())
                .expect(200)
                .at(DECISION + "/corrections")
                .hasSize(2);
        kept.at("/0/correctedOn").is(Bodies.today().toString());
        kept.at("/0/explanation").is("Beloppet föll bort.");
        kept.at("/0/formerText").is(wrong.path("text"));
        kept.at("/0/formerReasons").isMissing();
        kept.at("/1/explanation").is("Ett ord föll bort.");
        kept.at("/1/formerReasons").is(wrong.path("reasons"));
        kept.at("/1/formerText").isMissing();
    }

    private static Part corrected(Handled handled) {
        return Timeline.of(handled.live(), handled.applicant())
                .expectSound()
                .last("decision-corrected")
                .at("/content/data");
    }

    @Requirement("HAND-058")
    @Test
    void hand058_isForThoseWhomTheDecisionIsFor(Cases cases, People people, Nonces nonces) {
        Person one = people.person();
        Person other = people.person();
        Officer officer = people.officer();
        LiveCase live = cases.create(people.registrar(), Papers.of(one, other));
        live.perform(officer, Bodies.action("assign"));
        String party = Papers.self(live, one);
        live.perform(officer, Bodies.narrowed(Bodies.decide("interim", "approved"), party));
        String word = nonces.word();
        live.perform(officer, Bodies.correct(live.text(officer, "/decisions/0/id"), "Bifall till " + word));
        live.read(one).expect(200).at(DECISION + "/text").is("Bifall till " + word);
        Timeline.of(live, one)
                .expectSound()
                .last("decision-corrected")
                .at("/content/audience/parties/0")
                .is(party);
        List<Part> seen = Timeline.of(live, other).expectSound().events();
        seen.get(seen.size() - 1).at("/withheld/provisions").is(Json.array("OSL 26 kap. 1 §"));
    }

    @Requirement("HAND-059")
    @Test
    void hand059_namesACorrectionThatCannotBe(Cases cases) {
        Handled handled = cases.notified();
        String decision = handled.decision();
        expectFault(handled, correction(decision, "Något är fel."), "/text required");
        String unknown = UUID.randomUUID().toString();
        expectFault(handled, Bodies.correct(unknown, "Bifall."), "/decision unknown-value");
        handled.live().perform(handled.officer(), Bodies.change(decision, "incorrect"));
        expectFault(handled, Bodies.correct(decision, "Bifall."), "/decision unknown-value");
    }

    private static void expectFault(Handled handled, ObjectNode body, String fault) {
        handled.live()
                .act(handled.officer(), body)
                .expectProblem(422, "validation")
                .expectErrors(fault);
    }

    private static ObjectNode correction(String decision, String explanation) {
        return Bodies.action("correct-decision").put("decision", decision).put("explanation", explanation);
    }

    private static ObjectNode reasons(String decision) {
        return correction(decision, "Ett ord föll bort.").set("reasons", Json.object("text", "Planen följs helt."));
    }
}
