package se.ryggrad.conformance.checks.erasure;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that an archivist takes events out of a case, and what is seen of them then. */
@ConformanceCheck
class RedactionCheck {

    @Requirement("HAND-072")
    @Test
    void hand072_erasesWhatPartsNames(Cases cases, People people) {
        Handled handled = cases.assigned();
        LiveCase live = handled.live();
        live.perform(handled.applicant(), Bodies.message("Hej."));
        Officer archivist = people.archivist();
        Timeline before = Timeline.of(live, archivist);
        String[] parts = Erased.ids(before, "message-added", "submitted");
        ObjectNode redact = Bodies.redact(parts[0], parts[1], parts[0]);
        Answer seen = live.read(archivist).expect(200);
        seen.at("/allowedActions").contains("redact");
        Answer acted = live.act(archivist, redact).expect(200);
        acted.at("/version").is(seen.at("/version").number() + 1);
        acted.at("/status").is(seen.at("/status").node());
        acted.at("/allowedActions").contains("redact");
        Timeline timeline = Timeline.of(live, handled.applicant());
        Part told = timeline.last("redacted").at("/content");
        told.at("/actor/kind").is("officer");
        told.at("/occurredOn").is(Bodies.today().toString());
        told.at("/data/decision").is(redact.path("decision"));
        told.at("/data/ground").is(redact.path("ground"));
        told.at("/data/parts")
                .satisfies(
                        "the ids " + Set.of(parts),
                        ids -> Set.of(parts)
                                .equals(Set.copyOf(ids.valueStream()
                                        .map(id -> id.asString(""))
                                        .toList())));
        for (Part event : timeline.events()) {
            boolean named = Set.of(parts).contains(event.at("/id").text());
            event.satisfies("a redacted event where it is named, and only there", e -> e.has("redacted") == named);
        }
    }

    @Requirement("HAND-072")
    @Test
    void hand072_isDoneInAnyStatus(Cases cases, People people) {
        Officer archivist = people.archivist();
        for (LiveCase live : List.of(cases.unregistered().live(), cases.closed().live())) {
            Answer seen = live.read(archivist).expect(200);
            seen.at("/allowedActions").contains("redact");
            Part first = Timeline.of(live, archivist).events().get(0);
            Answer acted = live.act(archivist, Bodies.redact(first.at("/id").text()))
                    .hint("redact is done in the status " + seen.at("/status").text() + " too.")
                    .expect(200);
            acted.at("/status").is(seen.at("/status").node());
            acted.at("/version").is(seen.at("/version").number() + 1);
        }
    }

    @Requirement("HAND-073")
    @Test
    void hand073_leavesThePlaceInTheChain(Cases cases, People people, Nonces nonces) {
        Handled handled = cases.assigned();
        LiveCase live = handled.live();
        List<String> words = Stream.generate(nonces::word).limit(3).toList();
        live.perform(handled.applicant(), Bodies.message(words.get(0)));
        live.perform(handled.officer(), secret(words.get(1)));
        live.perform(handled.officer(), Bodies.request(handled.party()).put("text", words.get(2)));
        String[] types = {"message-added", "noted", "requested"};
        Timeline before = Timeline.of(live, handled.officer()).expectSound();
        List<String> gone = Stream.concat(words.stream(), Erased.salts(before, types).stream())
                .toList();
        Officer archivist = people.archivist();
        List<Credential> readers = List.of(
                handled.applicant(), handled.officer(), people.registrar(), archivist, people.system("cases:read"));
        for (Credential reader : readers.subList(1, readers.size())) {
            Erased.expectAll(live.events(reader).expect(200), gone);
        }
        ObjectNode redact = Bodies.redact(Erased.ids(before, types));
        live.perform(archivist, redact);
        for (Credential reader : readers) {
            Timeline after = Timeline.of(live, reader);
            for (String type : types) {
                Part event = before.last(type);
                int place = (int) event.at("/sequence").number() - 1;
                Schemas.expect(after.events().get(place), "event");
                Erased.expectEvent(after.events().get(place), event, redact);
            }
            after.expectSound().last("redacted");
            after.events().forEach(event -> Erased.expectNone(event, gone));
        }
    }

    private static ObjectNode secret(String text) {
        ObjectNode note = Bodies.action("record-note").put("text", text);
        note.set("audience", Json.object("to", "officers"));
        return note.set("secrecy", Json.array(Json.object("provision", "OSL 26 kap. 1 §")));
    }

    @Requirement("HAND-073")
    @Test
    void hand073_isGoneByTheFollowUpCode(Cases cases, People people, Nonces nonces) {
        LiveCase live = cases.anonymous();
        String word = nonces.word();
        Officer officer = people.officer();
        live.perform(officer, Bodies.action("assign")).perform(officer, Bodies.message(word));
        JsonNode code =
                Json.object("followUpCode", live.created().at("/followUpCode").text());
        Answer before = live.http().post("/follow-up").json(code).send().expect(200);
        before.at("/messages").hasSize(1).at("/0/text").is(word);
        String[] message = Erased.ids(Timeline.of(live, officer), "message-added");
        live.perform(people.archivist(), Bodies.redact(message));
        Answer after = live.http().post("/follow-up").json(code).send().expect(200);
        Schemas.expect(after, "follow-up");
        Erased.expectNone(after, List.of(word));
        if (Pages.find(after.at("/messages").items(), message[0]).isPresent()) {
            after.at("/messages").fail("no message that was redacted");
        }
    }
}
