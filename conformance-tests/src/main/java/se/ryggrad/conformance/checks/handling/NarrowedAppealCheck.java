package se.ryggrad.conformance.checks.handling;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.node.ObjectNode;

/** Checks that an appeal, and all that becomes of it, is for those alone whom its decision is for. */
@ConformanceCheck
class NarrowedAppealCheck {

    @Requirement("CASE-028")
    @Test
    void case028_anAppealIsForThoseWhomItsDecisionIsFor(
            Http http, Cases cases, People people, Uploads uploads, Nonces nonces) {
        Person one = people.person();
        Person other = people.person();
        Officer officer = people.officer();
        LocalDate day = Bodies.today().minusMonths(3);
        ObjectNode paper =
                Papers.of(one, other).put("receivedOn", day.minusDays(1).toString());
        LiveCase live = cases.create(people.registrar(), paper);
        live.perform(officer, Bodies.action("assign"));
        String party = Papers.self(live, one);
        ObjectNode decide = Bodies.narrowed(Bodies.approve().put("decidedOn", day.toString()), party);
        String decision =
                live.act(officer, decide).require(200).at("/decisions/0/id").text();
        live.perform(officer, Bodies.notifyDecision(decision, party).put("sentOn", day.toString()))
                .perform(officer, ServingCheck.service(decision, party, day));
        String word = nonces.word();
        String document = uploads.pdf(one);
        ObjectNode late = AppealCheck.appeal(decision).put("text", "Skäl " + word);
        late.set("documents", Json.array(Uploads.entry(document, "other", word + ".pdf")));
        live.perform(one, late);
        String dismissed = live.text(officer, "/appeals/0/id");
        ObjectNode dismiss = AppealCheck.dismiss(dismissed);
        dismiss.set("reasons", Json.object("text", "För sent " + word));
        live.perform(officer, dismiss).perform(officer, AppealCheck.onPaper(decision, party, day.plusDays(1)));
        String appeal = live.text(officer, "/appeals/1/id");
        live.perform(
                        officer,
                        Bodies.action("forward-appeal").put("appeal", appeal).put("to", word))
                .perform(officer, AppealCheck.ruling(appeal, "upheld").put("text", word));
        Answer own = live.read(one).expect(200);
        own.at("/appeals").hasSize(2).at("/1/state").is("ruled");
        own.at("/decisions").hasSize(2);
        Answer seen = live.read(other).expect(200);
        for (String list : List.of("/appeals", "/decisions", "/documents")) {
            seen.at(list).hasSize(0);
        }
        Answer events = live.events(other).expect(200);
        for (Answer answer : List.of(seen, events)) {
            if (Stream.of(word, dismissed, appeal).anyMatch(answer.body().text()::contains)) {
                answer.fail("nothing of an appeal to those whom its decision is not for", "parts of it", null);
            }
        }
        http.get(live.path() + "/documents/" + document).as(other).send().expectProblem(404, "not-found");
        Timeline.of(live, other).expectSound();
    }
}
