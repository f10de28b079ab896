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
import se.ryggrad.conformance.fixture.Exported;
import se.ryggrad.conformance.fixture.Feed;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.TestActor;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.node.ObjectNode;

/** Checks that what was erased has not gone out another way: by the export or the feed. */
@ConformanceCheck
class ErasedExportCheck {

    @Requirement("HAND-081")
    @Test
    void hand081_isNeitherExportedNorInTheFeed(
            Http http, Cases cases, People people, Uploads uploads, Nonces nonces, Target target) {
        List<String> words = Stream.generate(nonces::word).limit(4).toList();
        Feed feed = new Feed(http, people.system("events:read"), target).toEnd();
        Person applicant = people.person();
        String document = uploads.text(applicant, words.get(0));
        LiveCase live = cases.create(applicant, body(document, words));
        Officer officer = people.officer();
        live.perform(officer, Bodies.action("assign")).perform(applicant, Bodies.message(words.get(3)));
        Timeline before = Timeline.of(live, officer);
        String[] types = {"submitted", "message-added"};
        List<String> gone = Stream.concat(words.stream(), Erased.salts(before, types).stream())
                .toList();
        Officer archivist = people.archivist();
        List<TestActor> readers = List.of(officer, archivist, people.system("cases:read"));
        for (TestActor reader : readers) {
            Erased.expectAll(export(live, reader), gone);
        }
        String[] parts = Stream.concat(Stream.of(document), Stream.of(Erased.ids(before, types)))
                .toArray(String[]::new);
        live.perform(archivist, Bodies.redact(parts));
        readers.forEach(reader -> expectClean(live, reader, gone));
        close(live, officer);
        List<Part> told = Feed.of(feed.copy().through(live.text(officer, "/chain/hash")), live.id());
        live.perform(archivist, Bodies.dispose());
        readers.forEach(reader -> expectClean(live, reader, gone));
        expectSame(told, Feed.of(feed.through(live.text(archivist, "/chain/hash")), live.id()), gone);
    }

    private static ObjectNode body(String document, List<String> words) {
        return Bodies.newCase(Services.DISPOSAL, words.get(1))
                .set("documents", Json.array(Uploads.entry(document, "drawing", words.get(2) + ".txt")));
    }

    private static void close(LiveCase live, Officer officer) {
        live.perform(officer, Bodies.approve());
        String decision = live.text(officer, "/decisions/0/id");
        live.perform(officer, Bodies.notifyDecision(decision, live.text(officer, "/parties/0/id")));
        live.perform(officer, Bodies.action("close"));
    }

    private static Answer export(LiveCase live, TestActor reader) {
        return live.http().get(live.path() + "/export").as(reader).send().expect(200);
    }

    private static void expectClean(LiveCase live, TestActor reader, List<String> gone) {
        Answer answer = export(live, reader);
        Exported exported = Exported.of(answer);
        if (!exported.files().keySet().equals(Set.of("case.json"))) {
            answer.fail("no file but case.json", exported.files().keySet().toString(), null);
        }
        List<String> faults = Schemas.faults(exported.json(), "case");
        if (!faults.isEmpty()) {
            answer.fail("case.json after the schema case", String.join("; ", faults), null);
        }
        Erased.expectNone(answer, gone);
    }

    /** Expects that the feed tells all that it told before, and one event more. */
    private static void expectSame(List<Part> before, List<Part> after, List<String> gone) {
        List<String> ids = Pages.ids(after);
        if (before.isEmpty() || !ids.subList(0, Math.max(0, ids.size() - 1)).equals(Pages.ids(before))) {
            throw ConformanceFailure.of("the events of the feed " + Pages.ids(before) + " and one more", "" + ids);
        }
        after.get(after.size() - 1).at("/type").is("se.ryggrad.case.disposed.v1");
        for (Part event : after) {
            Erased.expectNone(event, gone);
        }
    }
}
