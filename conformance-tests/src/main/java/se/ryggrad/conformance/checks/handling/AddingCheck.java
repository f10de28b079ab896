package se.ryggrad.conformance.checks.handling;

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
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.TestActor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks what party and officer add to the file, and what is recorded for somebody. */
@ConformanceCheck
class AddingCheck {

    @Requirement("HAND-022")
    @Test
    void hand022_aPartySupplements(Cases cases, Uploads uploads) {
        Submitted submitted = cases.unregistered();
        Person person = submitted.applicant();
        Answer text =
                submitted.live().act(person, Bodies.supplement("Mer att veta.")).expect(200);
        text.at("/status").is("submitted");
        Handled handled = cases.assigned();
        String document = uploads.text(handled.applicant(), "Bilaga");
        ObjectNode body = Bodies.action("supplement");
        body.set("documents", Json.array(Uploads.entry(document, "drawing", "b.txt")));
        body.set("form", Json.object("amount", 7));
        Answer acted = handled.live().act(handled.applicant(), body).expect(200);
        acted.at("/status").is("in-progress");
        acted.at("/documents").hasSize(1).at("/0/id").is(document);
        acted.at("/form/amount").is(7);
        acted.hint("What the supplement does not name stays.")
                .at("/form/subject")
                .exists();
        Timeline.of(handled.live(), handled.officer())
                .last("supplemented")
                .at("/content/data/form")
                .exists();
    }

    @Requirement("HAND-022")
    @Test
    void hand022_whatFillsAGapRemovesTheDeficiency(Cases cases, People people) {
        Person person = people.person();
        ObjectNode body = Papers.of(person);
        body.set("form", Json.object("subject", ""));
        LiveCase live = cases.create(people.registrar(), body);
        live.created().at("/deficiencies").hasSize(2);
        JsonNode first = Bodies.action("supplement").set("form", Json.object("reference", "P 9"));
        Answer acted = live.act(person, first).expect(200);
        acted.at("/deficiencies").hasSize(1).at("/0/pointer").is("/form/subject");
        acted.at("/status").is("registered");
        JsonNode second = Bodies.action("supplement").set("form", Json.object("subject", "Nu finns det"));
        live.act(person, second).expect(200).at("/deficiencies").hasSize(0);
        live.read(person).expect(200).at("/form").is(Json.object("reference", "P 9", "subject", "Nu finns det"));
    }

    @Requirement("HAND-023")
    @Test
    void hand023_somethingMustBeAdded(Cases cases) {
        Handled handled = cases.waiting();
        JsonNode empty = Bodies.action("supplement").set("documents", Json.array());
        JsonNode answer = Bodies.action("answer-request").put("request", handled.request());
        for (JsonNode body : List.of(Bodies.action("supplement"), empty, answer)) {
            handled.live()
                    .act(handled.applicant(), body)
                    .expectProblem(422, "validation")
                    .expectErrors("/text required");
        }
        handled.live().read(handled.applicant()).expect(200).at("/version").is(4);
    }

    @Requirement("HAND-024")
    @Test
    void hand024_messagesAreTakenInEveryStatus(Cases cases, People people) {
        Submitted submitted = cases.unregistered();
        speak(new Handled(submitted.live(), submitted.applicant(), people.officer()), "submitted");
        Submitted plain = cases.plain();
        speak(new Handled(plain.live(), plain.applicant(), people.officer()), "registered");
        speak(cases.assigned(), "in-progress");
        speak(cases.decided(), "decided");
        speak(cases.closed(), "closed");
    }

    private static void speak(Handled handled, String status) {
        for (TestActor actor : List.of(handled.applicant(), handled.officer())) {
            long version =
                    handled.live().read(actor).require(200).at("/version").number();
            Answer acted = handled.live()
                    .acting(actor, Bodies.message("Ett ord."))
                    .send()
                    .hint("A message needs no If-Match and changes no status.")
                    .expect(200);
            acted.at("/status").is(status);
            acted.at("/version").is(version + 1);
        }
        Timeline timeline = Timeline.of(handled.live(), handled.applicant()).expectSound();
        timeline.last("message-added").at("/content/actor/kind").is("officer");
        timeline.last("message-added").at("/content/data/text").is("Ett ord.");
    }

    @Requirement("HAND-025")
    @Test
    void hand025_thePartySeesTheNote(Cases cases, Nonces nonces) {
        Handled handled = cases.assigned();
        String text = "Samtal " + nonces.word();
        String day = Bodies.today().minusDays(2).toString();
        JsonNode note = Bodies.action("record-note").put("text", text).put("occurredOn", day);
        handled.live().act(handled.officer(), note).expect(200).at("/status").is("in-progress");
        Part event = Timeline.of(handled.live(), handled.applicant()).last("noted");
        event.at("/content/data/text").is(text);
        event.at("/content/occurredOn").is(day);
        handled.live().act(handled.applicant(), note).expectProblem(403, "forbidden");
    }

    @Requirement("HAND-025")
    @Test
    void hand025_nothingIsNotedBeforeItHappens(Cases cases) {
        Handled handled = cases.assigned();
        ObjectNode note = Bodies.action("record-note").put("text", "Besiktning.");
        note.put("occurredOn", Bodies.today().plusDays(2).toString());
        handled.live()
                .act(handled.officer(), note)
                .expectProblem(422, "validation")
                .expectErrors("/occurredOn date-in-future");
        note.put("occurredOn", Bodies.today().toString());
        handled.live().act(handled.officer(), note).expect(200);
    }

    @Requirement("HAND-041")
    @Test
    void hand041_recordsWhatAPartyDidOnPaper(Http http, Cases cases, People people) {
        Person person = people.person();
        Officer registrar = people.registrar();
        Officer officer = people.officer();
        LiveCase live = cases.create(registrar, Papers.of(person));
        String party = Papers.self(live, person);
        live.perform(officer, Bodies.action("assign")).perform(officer, Bodies.request(party));
        for (Officer recorder : List.of(registrar, officer)) {
            ObjectNode body = recorded(Bodies.supplement("Brev."), party, "paper");
            live.act(recorder, body).expect(200);
            Part event = Timeline.of(live, person).expectSound().last("supplemented");
            event.at("/content/actor/kind").is("officer");
            event.at("/content/actor/id")
                    .is(http.get("/me")
                            .as(recorder)
                            .send()
                            .require(200)
                            .at("/id")
                            .node());
            event.at("/content/actor/for").is(party);
            event.at("/content/occurredOn").is(body.path("receivedOn"));
        }
        JsonNode answer = recorded(Bodies.answer(live.text(officer, "/requests/0/id")), party, "phone");
        live.act(officer, answer).expect(200).at("/requests/0/state").is("answered");
        live.act(registrar, recorded(Bodies.action("withdraw"), party, "visit"))
                .expect(200)
                .at("/status")
                .is("decided");
    }

    @Requirement("HAND-041")
    @Test
    void hand041_nobodyElseRecords(Cases cases, People people) {
        Handled handled = cases.assigned();
        ObjectNode body = recorded(Bodies.supplement("Brev."), handled.party(), "paper");
        body.put("receivedOn", Bodies.today().toString());
        handled.live().act(people.officer(), body).expectProblem(409, "state-conflict");
        ObjectNode late =
                body.deepCopy().put("receivedOn", Bodies.today().plusDays(1).toString());
        handled.live()
                .act(handled.officer(), late)
                .expectProblem(422, "validation")
                .expectErrors("/receivedOn date-in-future");
        ObjectNode unknown = body.deepCopy().put("for", UUID.randomUUID().toString());
        handled.live()
                .act(handled.officer(), unknown)
                .expectProblem(422, "validation")
                .expectErrors("/for unknown-value");
        handled.live().act(handled.officer(), body).expect(200);
    }

    private static ObjectNode recorded(ObjectNode body, String party, String channel) {
        return body.put("for", party)
                .put("channel", channel)
                .put("receivedOn", Bodies.today().minusDays(1).toString());
    }

    @Requirement("HAND-041")
    @Test
    void hand041_isForOfficersAndWithinTheLifeOfTheCase(Cases cases, People people) {
        Person one = people.person();
        Person other = people.person();
        LiveCase live = cases.create(people.registrar(), Papers.of(one, other));
        String party = Papers.self(live, one);
        ObjectNode body = recorded(Bodies.supplement("Brev."), party, "paper");
        live.act(other, body)
                .hint("Nobody but an officer records what another did.")
                .expectProblem(422, "validation")
                .expectErrors("/channel unknown-member", "/for unknown-member", "/receivedOn unknown-member");
        body.put("receivedOn", Bodies.today().minusDays(6).toString());
        live.act(people.registrar(), body).expectProblem(422, "validation").expectErrors("/receivedOn date-order");
        ObjectNode own = Bodies.supplement("Brev.");
        live.act(people.registrar(), own).expectProblem(422, "validation").expectErrors("/for required");
        body.put("receivedOn", Bodies.today().minusDays(5).toString());
        ObjectNode silent = body.deepCopy();
        silent.remove("channel");
        live.act(people.registrar(), silent).expectProblem(422, "validation").expectErrors("/channel required");
        live.act(people.registrar(), body).expect(200);
    }

    @Requirement("HAND-022")
    @Test
    void hand022_whatIsAddedIsChecked(Cases cases) {
        Submitted submitted = cases.plain();
        ObjectNode body = Bodies.action("supplement");
        body.set("form", Json.object("amount", -1, "colour", "röd", "subject", ""));
        submitted
                .live()
                .act(submitted.applicant(), body)
                .expectProblem(422, "validation")
                .expectErrors(
                        "/form/amount exclusive-minimum", "/form/colour unknown-member", "/form/subject min-length");
        submitted.live().read(submitted.applicant()).expect(200).at("/version").is(2);
    }

    @Requirement("HAND-041")
    @Test
    void hand041_isForThosePartiesWhoHaveTheRight(Cases cases, People people) {
        Person applicant = people.person();
        Person subject = people.person();
        ObjectNode paper = Papers.of(applicant, subject);
        ((ObjectNode) paper.at("/parties/1")).put("role", "subject");
        LiveCase live = cases.create(people.registrar(), paper);
        String without = Papers.self(live, subject);
        live.act(people.registrar(), recorded(Bodies.supplement("Brev."), without, "paper"))
                .hint("A subject has no right to supplement, on paper either.")
                .expectProblem(422, "validation")
                .expectErrors("/for unknown-value");
        live.act(people.registrar(), recorded(Bodies.supplement("Brev."), Papers.self(live, applicant), "paper"))
                .expect(200);
    }
}
