package se.ryggrad.conformance.checks.erasure;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.TestActor;
import tools.jackson.databind.JsonNode;

/** Checks that an answer given again holds nothing of what was erased since it was given first. */
@ConformanceCheck
class ReplayCheck {

    /** A request with a key, and a version if it needs one, that can be sent again. */
    private record Sending(Http http, String path, TestActor actor, String key, String tag, JsonNode body) {

        static Sending of(LiveCase live, TestActor actor, JsonNode body) {
            String key = UUID.randomUUID().toString();
            return new Sending(live.http(), live.path() + "/actions", actor, key, live.tag(actor), body);
        }

        Answer send() {
            return send(body);
        }

        Answer send(JsonNode other) {
            Call call = http.post(path).as(actor).key(key).json(other);
            return (tag.isEmpty() ? call : call.ifMatch(tag)).send();
        }
    }

    @Requirement("HAND-077")
    @Test
    void hand077_showsTheCaseAsItIsNow(Http http, People people, Nonces nonces) {
        List<String> words = List.of(nonces.word(), nonces.word());
        Person applicant = people.person();
        Sending beginning =
                new Sending(http, "/cases", applicant, key(), "", Bodies.newCase(Services.PLAIN, words.get(0)));
        Answer begun = beginning.send().require(201);
        LiveCase live = new LiveCase(http, begun.at("/id").text(), begun);
        JsonNode form = Json.object("otherMeasure", words.get(1));
        Sending acting = Sending.of(live, applicant, Bodies.action("supplement").set("form", form));
        Answer acted = acting.send().require(200);
        Erased.expectAll(begun, words.subList(0, 1));
        Erased.expectAll(acted, words);
        Officer archivist = people.archivist();
        String[] parts = Erased.ids(Timeline.of(live, archivist), "submitted", "supplemented");
        Sending redacting = Sending.of(live, archivist, Bodies.redact(parts));
        long version = redacting.send().require(200).at("/version").number();
        Answer again = beginning.send().expect(201);
        again.expectHeader("Location", Pattern.quote(begun.expectHeader("Location")));
        for (Answer answer : List.of(again, acting.send().expect(200))) {
            answer.at("/id").is(live.id());
            answer.at("/version").is(version);
            answer.at("/form").is(Json.object());
            Erased.expectNone(answer, words);
        }
        redacting.send().expect(200).at("/version").is(version);
        beginning.send(Bodies.newCase(Services.PLAIN, "En annan")).expectProblem(422, "idempotency-conflict");
        live.read(applicant).expect(200).at("/version").is(version);
    }

    @Requirement("HAND-077")
    @Test
    void hand077_holdsByTheFollowUpCode(Http http, Cases cases, People people, Nonces nonces) {
        LiveCase live = cases.anonymous();
        String word = nonces.word();
        String code = live.created().at("/followUpCode").text();
        JsonNode message = Bodies.message(word).put("followUpCode", code);
        String key = key();
        Answer first = http.post("/follow-up").key(key).json(message).send().require(200);
        Erased.expectAll(first, List.of(word));
        Officer archivist = people.archivist();
        live.perform(archivist, Bodies.redact(Erased.ids(Timeline.of(live, archivist), "message-added")));
        Answer again = http.post("/follow-up").key(key).json(message).send().expect(200);
        again.at("/messages").hasSize(0);
        Erased.expectNone(again, List.of(word));
    }

    @Requirement("HAND-077")
    @Test
    void hand077_isNotFoundByWhoeverSeesTheCaseNoMore(Http http, People people, Nonces nonces) {
        String word = nonces.word();
        Person applicant = people.person();
        Officer officer = people.officer();
        Sending beginning = new Sending(http, "/cases", applicant, key(), "", Bodies.newCase(Services.DISPOSAL, word));
        Answer begun = beginning.send().require(201);
        LiveCase live = new LiveCase(http, begun.at("/id").text(), begun);
        Sending assigning = Sending.of(live, officer, Bodies.action("assign"));
        Erased.expectAll(assigning.send().require(200), List.of(word));
        Sending speaking = Sending.of(live, applicant, Bodies.message("Hej."));
        speaking.send().require(200);
        Handled handled = new Handled(live, applicant, officer);
        live.perform(officer, Bodies.approve());
        live.perform(officer, Bodies.notifyDecision(handled.decision(), handled.party()));
        live.perform(officer, Bodies.action("close"));
        Sending disposing = Sending.of(live, people.archivist(), Bodies.dispose());
        Answer disposed = disposing.send().require(200);
        beginning.send().expectProblem(404, "not-found");
        speaking.send().expectProblem(404, "not-found");
        Answer again = assigning.send().expect(200);
        again.at("/disposed").is(disposed.at("/disposed").node());
        Erased.expectNone(again, List.of(word));
        disposing.send().expect(200).at("/version").is(disposed.at("/version").node());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
