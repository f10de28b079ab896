package se.ryggrad.conformance.checks.erasure;

import java.util.ArrayList;
import java.util.List;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Exported;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.JsonNode;

/** What stands in the place of what was erased, and whether any of it is still told. */
final class Erased {

    private Erased() {}

    /** Expects the day, the decision and the ground of an action that was done today. */
    static void expect(Part place, JsonNode action) {
        place.at("/on").is(Bodies.today().toString());
        place.at("/decision").is(action.path("decision"));
        place.at("/ground").is(action.path("ground"));
    }

    /** Expects that an event shows its place in the chain, as it was, and on what its redaction rests. */
    static void expectEvent(Part event, Part before, JsonNode action) {
        for (String member : List.of("/id", "/sequence", "/contentDigest", "/previous", "/hash")) {
            event.at(member).is(before.at(member).node());
        }
        for (String member : List.of("/content", "/salt", "/display", "/withheld")) {
            event.at(member).isMissing();
        }
        expect(event.at("/redacted"), action);
    }

    /** Returns the ids of the last events of some types. */
    static String[] ids(Timeline timeline, String... types) {
        List<String> ids = new ArrayList<>();
        for (String type : types) {
            ids.add(timeline.last(type).at("/id").text());
        }
        return ids.toArray(String[]::new);
    }

    /** Returns the salts of the last events of some types. */
    static List<String> salts(Timeline timeline, String... types) {
        List<String> salts = new ArrayList<>();
        for (String type : types) {
            salts.add(timeline.last(type).at("/salt").text());
        }
        return salts;
    }

    /** Returns what somebody is told of a case beside its events: the case, the access log and the list. */
    static List<Answer> told(LiveCase live, Credential reader) {
        return List.of(
                live.read(reader).expect(200),
                live.http().get(live.path() + "/access-log").as(reader).send().expect(200),
                live.http().get("/cases").as(reader).send().expect(200));
    }

    /** Expects that none of the words stands anywhere in an answer, a zip unpacked. */
    static void expectNone(Answer answer, List<String> words) {
        String text = text(answer);
        if (words.stream().anyMatch(text::contains)) {
            answer.fail("nothing of what was erased", "some of it", null);
        }
    }

    /** Expects that none of the words stands anywhere in a part of an answer. */
    static void expectNone(Part part, List<String> words) {
        String text = Json.write(part.node());
        if (words.stream().anyMatch(text::contains)) {
            part.fail("nothing of what was erased");
        }
    }

    /** Expects that each of the words stands somewhere in an answer, a zip unpacked. */
    static void expectAll(Answer answer, List<String> words) {
        String text = text(answer);
        if (!words.stream().allMatch(text::contains)) {
            answer.fail("all that the case holds before anything is erased", "some of it is missing", null);
        }
    }

    private static String text(Answer answer) {
        boolean zip = answer.header("Content-Type").orElse("").startsWith("application/zip");
        return zip ? Exported.of(answer).text() : answer.body().text();
    }
}
