package se.ryggrad.conformance.checks.erasure;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that what a redacted event brought into the case is gone from it, and nothing else. */
@ConformanceCheck
class FoldedCheck {

    @Requirement("HAND-074")
    @Test
    void hand074_theFormIsWhatTheOtherEventsGave(Cases cases, People people, Nonces nonces) {
        List<String> words = Stream.generate(nonces::word).limit(5).toList();
        Person applicant = people.person();
        Officer archivist = people.archivist();
        ObjectNode form = Json.object("subject", words.get(0), "otherMeasure", words.get(1));
        LiveCase live = cases.create(applicant, Bodies.newCase(Services.PLAIN, form));
        JsonNode named = Json.array(Json.object("name", words.get(3)));
        live.perform(applicant, supplement(Json.object("subject", words.get(2), "contacts", named)));
        JsonNode renamed = Json.array(Json.object("name", words.get(4)));
        live.perform(applicant, supplement(Json.object("contacts", renamed, "quantity", 3)));
        List<Credential> readers = List.of(applicant, people.officer(), archivist, people.system("cases:read"));
        Answer before = live.read(applicant).expect(200);
        Erased.expectAll(before, List.of(words.get(1), words.get(2), words.get(4)));
        List<Part> events = Timeline.of(live, archivist).events();
        redact(live, archivist, events.get(0));
        ObjectNode left = Json.object("subject", words.get(2), "contacts", renamed, "quantity", 3);
        live.read(archivist).expect(200).at("/form").is(left);
        redact(live, archivist, events.get(2));
        left.remove("subject");
        expectForm(live, readers, left, words.subList(0, 4));
        live.read(applicant).at("/deficiencies").is(before.at("/deficiencies").node());
    }

    @Requirement("HAND-074")
    @Test
    void hand074_theFormHasWhatWasGivenBefore(Cases cases, People people, Nonces nonces) {
        List<String> words = Stream.generate(nonces::word).limit(3).toList();
        Person applicant = people.person();
        Officer archivist = people.archivist();
        LiveCase live = cases.create(applicant, Bodies.newCase(Services.PLAIN, words.get(0)));
        ObjectNode second = Json.object("subject", words.get(1), "otherMeasure", words.get(2));
        live.perform(applicant, supplement(second));
        live.read(applicant).expect(200).at("/form").is(second);
        redact(live, archivist, Timeline.of(live, archivist).last("supplemented"));
        expectForm(live, List.of(applicant, archivist), Json.object("subject", words.get(0)), words.subList(1, 3));
    }

    private static ObjectNode supplement(ObjectNode form) {
        return Bodies.action("supplement").set("form", form);
    }

    private static void redact(LiveCase live, Officer archivist, Part event) {
        live.perform(archivist, Bodies.redact(event.at("/id").text()));
    }

    private static void expectForm(LiveCase live, List<Credential> readers, JsonNode form, List<String> gone) {
        for (Credential reader : readers) {
            List<Answer> told = Erased.told(live, reader);
            told.get(0).at("/form").is(form);
            told.forEach(answer -> Erased.expectNone(answer, gone));
        }
    }

    @Requirement("HAND-074")
    @Test
    void hand074_whatWasAskedAndAppealedIsEmpty(Cases cases, People people, Nonces nonces) {
        List<String> words = Stream.generate(nonces::word).limit(4).toList();
        Handled handled = cases.assigned();
        LiveCase live = handled.live();
        Officer officer = handled.officer();
        live.perform(officer, Bodies.request(handled.party()).put("text", words.get(0)));
        live.perform(officer, asked(handled.party(), words));
        live.perform(officer, Bodies.approve());
        String decision = handled.decision();
        live.perform(officer, Bodies.notifyDecision(decision, handled.party()));
        ObjectNode appeal = Bodies.action("appeal").put("decision", decision).put("text", words.get(3));
        live.perform(handled.applicant(), appeal);
        List<Credential> readers = List.of(handled.applicant(), officer, people.system("cases:read"));
        Answer before = live.read(officer).expect(200);
        Erased.expectAll(before, words);
        ObjectNode redact = Bodies.redact(Erased.ids(Timeline.of(live, officer), "requested", "appealed"));
        live.perform(people.archivist(), redact);
        for (Credential reader : readers) {
            List<Answer> told = Erased.told(live, reader);
            told.forEach(answer -> Erased.expectNone(answer, words.subList(1, 4)));
            Answer seen = told.get(0);
            Schemas.expect(seen, "case-view");
            seen.at("/requests/0/text").is(words.get(0));
            expectEmptied(seen, before, "/requests/1", redact);
            expectEmptied(seen, before, "/appeals/0", redact);
        }
    }

    private static ObjectNode asked(String party, List<String> words) {
        return Bodies.request(party)
                .put("text", words.get(1))
                .put("consequence", words.get(2))
                .set("form", Bodies.form(Json.object("now", Json.object("type", "string", "maxLength", 200))));
    }

    private static void expectEmptied(Answer seen, Answer before, String pointer, JsonNode redact) {
        Part part = seen.at(pointer);
        part.at("/text").is("");
        part.at("/form").isMissing();
        part.at("/consequence").isMissing();
        Erased.expect(part.at("/redacted"), redact);
        part.at("/id").is(before.at(pointer + "/id").node());
        part.at("/state").is(before.at(pointer + "/state").node());
    }
}
