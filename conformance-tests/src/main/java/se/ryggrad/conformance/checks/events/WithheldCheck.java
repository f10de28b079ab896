package se.ryggrad.conformance.checks.events;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that what is withheld is withheld everywhere, openly and on a stated ground. */
@ConformanceCheck
class WithheldCheck {

    private static final String PROVISION = "OSL 26 kap. 1 §";

    @Requirement("CASE-028")
    @Test
    void case028_showsThatAndWhySomethingIsWithheld(Cases cases, Nonces nonces) {
        Handled handled = cases.assigned();
        String word = nonces.word();
        JsonNode note = secret(Bodies.action("record-note").put("text", "Hemligt " + word), officers());
        handled.live().perform(handled.officer(), note);
        handled.live().perform(handled.officer(), Bodies.message("Öppet igen."));
        Timeline seen = Timeline.of(handled.live(), handled.applicant()).expectSound();
        Part event = seen.events().get(3);
        Schemas.expect(event, "event");
        event.at("/withheld/provisions").is(Json.array(PROVISION));
        for (String member : List.of("content", "salt", "display")) {
            event.at("/" + member).isMissing();
        }
        for (Answer answer : List.of(
                handled.live().read(handled.applicant()).expect(200),
                handled.live().events(handled.applicant()))) {
            expectLacks(answer, word);
        }
        Timeline whole = Timeline.of(handled.live(), handled.officer()).expectSound();
        whole.last("noted").at("/content/data/text").is("Hemligt " + word);
        event.at("/hash").is(whole.last("noted").at("/hash").node());
        handled.live()
                .read(handled.applicant())
                .expect(200)
                .at("/version")
                .is(seen.events().size());
    }

    @Requirement("CASE-028")
    @Test
    void case028_onePartySeesWhatAnotherDoesNot(Http http, Cases cases, People people, Nonces nonces) {
        Person one = people.person();
        Person other = people.person();
        LiveCase live = cases.create(people.registrar(), Papers.of(one, other));
        Officer officer = people.officer();
        live.perform(officer, Bodies.action("assign"));
        String first = Papers.self(live, one);
        String word = nonces.word();
        JsonNode audience = Json.object("to", "parties", "parties", Json.array(first));
        live.perform(officer, secret(Bodies.request(first).put("text", "Fråga " + word), audience));
        live.read(one).expect(200).at("/requests").hasSize(1).at("/0/text").is("Fråga " + word);
        Answer hidden = live.read(other).expect(200);
        hidden.at("/requests").hasSize(0);
        hidden.at("/waitingFor").hasSize(0);
        expectLacks(live.events(other).expect(200), word);
        Timeline.of(live, other).expectSound().events().get(3).at("/withheld").exists();
        Part item = Pages.find(Pages.all(http, "/cases", other), live.id()).orElseThrow();
        item.at("/waitingFor").hasSize(0);
    }

    @Requirement("CASE-028")
    @Test
    void case028_theAnswerIsForThoseWhoSawTheRequest(Cases cases, People people, Nonces nonces) {
        Person one = people.person();
        Person other = people.person();
        LiveCase live = cases.create(people.registrar(), Papers.of(one, other));
        Officer officer = people.officer();
        live.perform(officer, Bodies.action("assign"));
        String first = Papers.self(live, one);
        JsonNode audience = Json.object("to", "parties", "parties", Json.array(first));
        live.perform(officer, secret(Bodies.request(first), audience));
        String word = nonces.word();
        String request = live.text(officer, "/requests/0/id");
        live.act(one, Bodies.answer(request).put("text", "Svar " + word)).expect(200);
        Timeline.of(live, one).last("request-answered").at("/content/data/text").is("Svar " + word);
        Part event = Timeline.of(live, other).expectSound().events().get(4);
        event.at("/withheld/provisions").is(Json.array(PROVISION));
        expectLacks(live.events(other).expect(200), word);
    }

    @Requirement("CASE-028")
    @Test
    void case028_aDocumentForOnePartyIsNotForAnother(Http http, Cases cases, People people, Uploads uploads) {
        Person one = people.person();
        Person other = people.person();
        LiveCase live = cases.create(people.registrar(), Papers.of(one, other));
        Officer officer = people.officer();
        live.perform(officer, Bodies.action("assign"));
        String document = uploads.text(officer, "Bara till den ena");
        JsonNode audience = Json.object("to", "parties", "parties", Json.array(Papers.self(live, one)));
        ObjectNode message = Bodies.message("Se bilagan.");
        message.set("documents", Json.array(Uploads.entry(document, "note", "a.txt")));
        live.perform(officer, secret(message, audience));
        String path = live.path() + "/documents/" + document;
        http.get(path).as(one).send().expect(200);
        http.get(path).as(other).send().expectProblem(404, "not-found");
        live.read(one).expect(200).at("/documents").hasSize(1);
        live.read(other).expect(200).at("/documents").hasSize(0);
    }

    @Requirement("CASE-029")
    @Test
    void case029_narrowingNeedsAGround(Cases cases) {
        Handled handled = cases.assigned();
        ObjectNode note = Bodies.action("record-note").put("text", "Hemligt").set("audience", officers());
        handled.live()
                .act(handled.officer(), note)
                .expectProblem(422, "validation")
                .at("/errors/0/pointer")
                .is("/secrecy");
        ObjectNode empty = note.deepCopy().set("secrecy", Json.array());
        handled.live()
                .act(handled.officer(), empty)
                .expectProblem(422, "validation")
                .at("/errors/0/pointer")
                .is("/secrecy");
        handled.live().read(handled.officer()).expect(200).at("/version").is(3);
        handled.live().act(handled.officer(), secret(note, officers())).expect(200);
    }

    @Requirement("CASE-029")
    @Test
    void case029_aPartyHidesNothing(Cases cases, Nonces nonces) {
        Handled handled = cases.assigned();
        String word = nonces.word();
        JsonNode message = secret(Bodies.message("Se " + word), officers());
        Answer answer = handled.live().act(handled.applicant(), message);
        answer.expectProblem(422, "validation").expectErrors("/audience unknown-member", "/secrecy unknown-member");
        handled.live().act(handled.applicant(), Bodies.message("Se " + word)).expect(200);
    }

    private static JsonNode officers() {
        return Json.object("to", "officers");
    }

    private static ObjectNode secret(JsonNode body, JsonNode audience) {
        JsonNode ground = Json.object("provision", PROVISION, "against", "sökanden");
        return ((ObjectNode) body.deepCopy()).setAll(Json.object("audience", audience, "secrecy", Json.array(ground)));
    }

    private static void expectLacks(Answer answer, String word) {
        if (answer.body().text().contains(word)) {
            answer.fail("nothing of what is withheld", "its text", null);
        }
    }

    @Requirement("CASE-028")
    @Test
    void case028_hidesDocumentsAndDecisionsToo(Http http, Cases cases, Uploads uploads, Nonces nonces) {
        Handled handled = cases.assigned();
        String word = nonces.word();
        String document = uploads.text(handled.officer(), "Hemligt " + word);
        ObjectNode message = Bodies.message("Se bilagan " + word);
        message.set("documents", Json.array(Uploads.entry(document, "note", word + ".txt")));
        handled.live().perform(handled.officer(), secret(message, officers()));
        ObjectNode decision = Bodies.decide("interim", "other").put("text", "Interimistiskt " + word);
        handled.live().perform(handled.officer(), secret(decision, officers()));
        String path = handled.live().path() + "/documents/" + document;
        http.get(path).as(handled.officer()).send().expect(200);
        http.get(path).as(handled.applicant()).send().expectProblem(404, "not-found");
        Answer whole = handled.live().read(handled.officer()).expect(200);
        whole.at("/documents").hasSize(1);
        whole.at("/decisions").hasSize(1);
        Answer seen = handled.live().read(handled.applicant()).expect(200);
        seen.at("/documents").hasSize(0);
        seen.at("/decisions").hasSize(0);
        expectLacks(seen, word);
        expectLacks(handled.live().events(handled.applicant()).expect(200), word);
        Timeline.of(handled.live(), handled.applicant()).expectSound();
    }

    @Requirement("CASE-028")
    @Test
    void case028_hidesFromWhoeverFollowsByCode(Http http, Cases cases, People people, Nonces nonces) {
        LiveCase live = cases.anonymous();
        Officer officer = people.officer();
        String word = nonces.word();
        live.perform(officer, secret(Bodies.message("Internt " + word), officers()));
        JsonNode asked =
                Bodies.request("").put("text", "Fråga " + word).set("addressee", Json.object("name", "Gatukontoret"));
        live.perform(officer, Bodies.action("assign")).perform(officer, secret(asked, officers()));
        live.perform(officer, Bodies.message("Öppet."));
        JsonNode code =
                Json.object("followUpCode", live.created().at("/followUpCode").text());
        Answer followed = http.post("/follow-up").json(code).send().expect(200);
        followed.at("/requests").hasSize(0);
        followed.at("/waitingFor").hasSize(0);
        followed.at("/messages").hasSize(1).at("/0/text").is("Öppet.");
        expectLacks(followed, word);
    }
}
