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
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks how a request is answered, and by whom. */
@ConformanceCheck
class AnswerCheck {

    @Requirement("HAND-014")
    @Test
    void hand014_theOneAskedAnswers(Cases cases, Uploads uploads) {
        Handled handled = cases.waiting();
        handled.live()
                .read(handled.applicant())
                .expect(200)
                .at("/allowedActions")
                .contains("answer-request");
        String document = uploads.text(handled.applicant(), "Underlag");
        JsonNode answer = Bodies.answer(handled.request())
                .set("documents", Json.array(Uploads.entry(document, "drawing", "underlag.txt")));
        Answer acted = handled.live().act(handled.applicant(), answer).expect(200);
        acted.at("/requests/0/state").is("answered");
        acted.at("/waitingFor").hasSize(0);
        acted.at("/documents").hasSize(1).at("/0/id").is(document);
        acted.at("/status").is("in-progress");
        acted.at("/allowedActions").lacks("answer-request");
        Part event = Timeline.of(handled.live(), handled.officer()).last("request-answered");
        event.at("/content/data/text").is("Här är svaret.");
        event.at("/content/actor/kind").is("person");
    }

    @Requirement("HAND-014")
    @Test
    void hand014_anotherPartyDoesNotAnswer(Cases cases, People people) {
        Person asked = people.person();
        Person other = people.person();
        LiveCase live = cases.create(people.registrar(), Papers.of(asked, other));
        Officer officer = people.officer();
        live.perform(officer, Bodies.action("assign"));
        live.perform(officer, Bodies.request(Papers.self(live, asked)));
        String request = live.text(officer, "/requests/0/id");
        live.read(other).expect(200).at("/allowedActions").lacks("answer-request");
        live.act(other, Bodies.answer(request)).expectProblem(403, "forbidden");
        live.act(asked, Bodies.answer(request))
                .expect(200)
                .at("/requests/0/state")
                .is("answered");
    }

    @Requirement("HAND-015")
    @Test
    void hand015_theAnswerIsCheckedAgainstTheForm(Cases cases) {
        Handled handled = cases.assigned();
        ObjectNode form = Bodies.form(Json.object(
                "colour", Json.object("type", "string", "maxLength", 5),
                "storeys", Json.object("type", "integer", "minimum", 1),
                "builtOn", Json.object("type", "string", "format", "date")));
        form.set("required", Json.array("colour"));
        handled.live()
                .perform(handled.officer(), Bodies.request(handled.party()).set("form", form));
        ObjectNode answer = Bodies.answer(handled.request());
        answer.set("form", Json.object("storeys", 0, "builtOn", "i fjol", "extra", 1));
        handled.live()
                .act(handled.applicant(), answer)
                .expectProblem(422, "validation")
                .expectErrors(
                        "/form/builtOn format",
                        "/form/colour required",
                        "/form/extra unknown-member",
                        "/form/storeys minimum");
        handled.live()
                .read(handled.applicant())
                .expect(200)
                .at("/requests/0/state")
                .is("open");
        answer.set("form", Json.object("colour", "röd", "storeys", 2));
        handled.live().act(handled.applicant(), answer).expect(200);
        Part event = Timeline.of(handled.live(), handled.officer()).last("request-answered");
        event.at("/content/data/form").is(Json.object("colour", "röd", "storeys", 2));
    }

    @Requirement("HAND-016")
    @Test
    void hand016_whatIsNotOpenIsNotAnswered(Cases cases) {
        Handled handled = cases.waiting();
        String answered = handled.request();
        handled.live().perform(handled.applicant(), Bodies.answer(answered));
        handled.live().perform(handled.officer(), Bodies.request(handled.party()));
        JsonNode close = Bodies.action("close-request").put("request", answered);
        handled.live().act(handled.applicant(), Bodies.answer(answered)).expectProblem(409, "state-conflict");
        handled.live().act(handled.officer(), close).expectProblem(409, "state-conflict");
    }

    @Requirement("HAND-016")
    @Test
    void hand016_namesAnUnknownRequest(Cases cases) {
        Handled handled = cases.waiting();
        String unknown = UUID.randomUUID().toString();
        JsonNode close = Bodies.action("close-request").put("request", unknown);
        for (Answer answer : List.of(
                handled.live().act(handled.applicant(), Bodies.answer(unknown)),
                handled.live().act(handled.officer(), close))) {
            answer.expectProblem(422, "validation").expectErrors("/request unknown-value");
        }
    }

    @Requirement("HAND-017")
    @Test
    void hand017_aUnitReadsAndAnswersWhileItIsAsked(Cases cases, People people) {
        Handled handled = cases.assigned();
        Officer asked = people.officer(Office.A2);
        handled.live().read(asked).expectProblem(404, "not-found");
        JsonNode request = Bodies.request("").put("kind", "opinion").set("addressee", Json.object("unit", "unit-a2"));
        handled.live().perform(handled.officer(), request);
        Answer seen = handled.live().read(asked).expect(200);
        seen.at("/allowedActions").contains("answer-request").lacks("decide").lacks("assign");
        handled.live().events(asked).expect(200);
        handled.live()
                .act(handled.applicant(), Bodies.answer(handled.request()))
                .expectProblem(403, "forbidden");
        handled.live()
                .act(handled.officer(), Bodies.answer(handled.request()))
                .hint("The request is addressed to another unit.")
                .expectProblem(403, "forbidden");
        handled.live()
                .act(asked, Bodies.answer(handled.request()))
                .expect(200)
                .at("/requests/0/state")
                .is("answered");
        handled.live().read(asked).hint("The request is answered.").expectProblem(404, "not-found");
        handled.live().read(people.officer(Office.B)).expectProblem(404, "not-found");
    }

    @Requirement("HAND-017")
    @Test
    void hand017_theOfficerRecordsTheAnswerOfSomebodyNamed(Cases cases) {
        Handled handled = cases.assigned();
        JsonNode request =
                Bodies.request("").put("kind", "opinion").set("addressee", Json.object("name", "Länsstyrelsen"));
        handled.live().perform(handled.officer(), request);
        handled.live().read(handled.officer()).expect(200).at("/allowedActions").contains("answer-request");
        handled.live()
                .act(handled.officer(), Bodies.answer(handled.request()))
                .expect(200)
                .at("/requests/0/state")
                .is("answered");
    }

    @Requirement("HAND-017")
    @Test
    void hand017_aUnitSeesNothingOnceTheRequestIsTakenBack(Cases cases, People people) {
        Handled handled = cases.assigned();
        Officer asked = people.officer(Office.A2);
        JsonNode request = Bodies.request("").put("kind", "opinion").set("addressee", Json.object("unit", "unit-a2"));
        handled.live().perform(handled.officer(), request);
        handled.live().read(asked).expect(200);
        handled.live().act(asked, Bodies.message("Hej.")).expectProblem(403, "forbidden");
        JsonNode close = Bodies.action("close-request").put("request", handled.request());
        handled.live().perform(handled.officer(), close);
        handled.live().read(asked).expectProblem(404, "not-found");
    }

    @Requirement("HAND-015")
    @Test
    void hand015_theFormIsDueWhereItIsAskedForAndOnlyThere(Cases cases) {
        Handled handled = cases.assigned();
        JsonNode form = Bodies.form(Json.object("a", Json.object("type", "integer")));
        handled.live()
                .perform(handled.officer(), Bodies.request(handled.party()).set("form", form));
        handled.live()
                .act(handled.applicant(), Bodies.answer(handled.request()))
                .expectProblem(422, "validation")
                .expectErrors("/form required");
        Handled plain = cases.waiting();
        ObjectNode answer = Bodies.answer(plain.request()).set("form", Json.object("a", 1));
        plain.live()
                .act(plain.applicant(), answer)
                .expectProblem(422, "validation")
                .expectErrors("/form unknown-member");
    }
}
