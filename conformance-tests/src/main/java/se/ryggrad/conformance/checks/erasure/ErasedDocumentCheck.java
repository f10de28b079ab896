package se.ryggrad.conformance.checks.erasure;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.node.ObjectNode;

/** Checks that a redacted document is given to nobody, and what is left of it; and what cannot be redacted. */
@ConformanceCheck
class ErasedDocumentCheck {

    @Requirement("HAND-075")
    @Test
    void hand075_isGivenToNobody(Http http, Cases cases, People people, Uploads uploads, Nonces nonces) {
        Person applicant = people.person();
        List<String> words = List.of(nonces.word(), nonces.word());
        String gone = uploads.text(applicant, nonces.word());
        String left = uploads.text(applicant, nonces.word());
        ObjectNode entry = Uploads.entry(gone, "drawing", words.get(0) + ".txt").put("subject", words.get(1));
        LiveCase live = cases.create(applicant, with(entry, Uploads.entry(left, "drawing", "kvar.txt")));
        Officer archivist = people.archivist();
        List<Credential> readers = List.of(applicant, people.officer(), archivist, people.system("cases:read"));
        String path = live.path() + "/documents/" + gone;
        String tag = http.get(path).as(applicant).send().require(200).expectHeader("ETag");
        Answer before = live.read(applicant).require(200);
        Erased.expectAll(before, words);
        ObjectNode redact = Bodies.redact(gone);
        live.act(archivist, redact).require(200);
        for (Credential reader : readers) {
            http.get(path).as(reader).send().expectProblem(404, "not-found");
            List<Answer> told = Erased.told(live, reader);
            told.forEach(answer -> Erased.expectNone(answer, words));
            Answer seen = told.get(0);
            Schemas.expect(seen, "case-view");
            expectEntry(seen.at("/documents/0"), before.at("/documents/0"), redact);
            seen.at("/documents/1/sha256").is(before.at("/documents/1/sha256").node());
            seen.at("/documents/1/name").is("kvar.txt");
        }
        expectGone(http, path, applicant, tag);
        http.get(live.path() + "/documents/" + left).as(applicant).send().expect(200);
    }

    private static ObjectNode with(ObjectNode... entries) {
        return Bodies.newCase(Services.PLAIN, "Med bilagor").set("documents", Json.array((Object[]) entries));
    }

    private static void expectGone(Http http, String path, Credential reader, String tag) {
        http.get(path).as(reader).header("Range", "bytes=0-3").send().expectProblem(404, "not-found");
        for (String known : List.of(tag, "*")) {
            http.get(path).as(reader).header("If-None-Match", known).send().expectProblem(404, "not-found");
        }
        http.call("HEAD", path).as(reader).send().expect(404);
    }

    private static void expectEntry(Part entry, Part before, ObjectNode redact) {
        entry.at("/sha256").isMissing();
        entry.at("/name").is("");
        entry.at("/subject").is("");
        Erased.expect(entry.at("/redacted"), redact);
        for (String member : List.of("/id", "/number", "/kind", "/mediaType", "/direction")) {
            entry.at(member).is(before.at(member).node());
        }
    }

    @Requirement("HAND-076")
    @Test
    void hand076_erasesNothingWhereAPartIsWrong(Http http, Cases cases, People people, Uploads uploads, Nonces nonces) {
        Person applicant = people.person();
        LiveCase live = cases.plain(applicant).live();
        String word = nonces.word();
        live.perform(applicant, Bodies.message(word));
        String document = uploads.text(applicant, "Någon annans");
        LiveCase other = cases.create(applicant, with(Uploads.entry(document, "drawing", "a.txt")));
        Officer archivist = people.archivist();
        String good = Erased.ids(Timeline.of(live, archivist), "message-added")[0];
        String elsewhere = Erased.ids(Timeline.of(other, archivist), "submitted")[0];
        live.act(archivist, Bodies.redact(good, UUID.randomUUID().toString()))
                .expectProblem(422, "validation")
                .expectErrors("/parts/1 unknown-value");
        live.act(archivist, Bodies.redact(document, good, elsewhere))
                .hint("The document and the last event are of another case.")
                .expectProblem(422, "validation")
                .expectErrors("/parts/0 unknown-value", "/parts/2 unknown-value");
        live.act(archivist, Bodies.redact()).expectProblem(422, "validation").expectErrors("/parts min-items");
        Erased.expectAll(live.events(applicant).expect(200), List.of(word));
        live.read(applicant).expect(200).at("/version").is(3);
        http.get(other.path() + "/documents/" + document).as(applicant).send().expect(200);
        live.act(archivist, Bodies.redact(good)).expect(200);
    }

    @Requirement("HAND-076")
    @Test
    void hand076_erasesNoDecisionAndNothingTwice(Cases cases, People people, Uploads uploads) {
        LiveCase live = cases.decided().live();
        Officer archivist = people.archivist();
        Officer officer = people.officer();
        String document = uploads.text(officer, "Skrivelse");
        ObjectNode message = Bodies.message("Se bilagan.");
        live.perform(officer, message.set("documents", Json.array(Uploads.entry(document, "note", "a.txt"))));
        Timeline timeline = Timeline.of(live, archivist);
        for (String type : List.of("registered", "assigned", "decided")) {
            expectRefused(live, archivist, Erased.ids(timeline, type)[0], type);
        }
        String told = Erased.ids(timeline, "message-added")[0];
        live.act(archivist, Bodies.redact(told, document)).expect(200);
        expectRefused(live, archivist, told, "an event that is redacted already");
        expectRefused(live, archivist, document, "a document that is redacted already");
        Timeline after = Timeline.of(live, archivist);
        expectRefused(live, archivist, Erased.ids(after, "redacted")[0], "redacted");
        after.last("decided");
        live.act(archivist, Bodies.redact(Erased.ids(after, "submitted"))).expect(200);
    }

    private static void expectRefused(LiveCase live, Officer archivist, String part, String what) {
        live.act(archivist, Bodies.redact(part))
                .hint("The part is " + what + ".")
                .expectProblem(422, "validation")
                .expectErrors("/parts/0 unknown-value");
    }
}
