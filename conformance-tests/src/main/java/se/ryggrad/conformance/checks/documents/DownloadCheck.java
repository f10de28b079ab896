package se.ryggrad.conformance.checks.documents;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.wire.Octets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that a document comes back as it was, safe for a browser, in whole or in part. */
@ConformanceCheck
class DownloadCheck {

    private static final String CONTENT = "0123456789abcdefghij";
    private static final String MANY_DIGITS = "99999999999999999999999999";

    @Requirement("CASE-033")
    @Test
    void case033_comesBackByteForByte(Http http, Cases cases, People people, Uploads uploads) {
        Person person = people.person();
        byte[] every = new byte[1024];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        Octets content = Octets.of(every);
        String id = uploads.sending("image/png", content)
                .as(person)
                .send()
                .require(201)
                .at("/id")
                .text();
        String name = "ritning\"; " + person.number().digits() + ".exe";
        String path = stored(cases, person, Uploads.entry(id, "drawing", name));
        for (Credential reader : List.of(person, people.officer())) {
            Answer answer = http.get(path).as(reader).send().expect(200);
            if (!answer.body().equals(content)) {
                answer.fail("the octets that were uploaded", answer.body().toString() + ", others", null);
            }
            answer.expectHeader("Content-Type", "image/png");
            answer.expectHeader("X-Content-Type-Options", "nosniff");
            answer.expectHeader("Content-Security-Policy", "(.*;)? ?sandbox( *;.*)?");
            answer.hint("The name is made of the document's id and the media type's extension, never of what was sent.")
                    .expectHeader("Content-Disposition", "attachment; ?filename=\"?" + id + "\\.png\"?");
        }
    }

    @Requirement("CASE-034")
    @Test
    void case034_givesOneRange(Http http, Cases cases, People people, Uploads uploads) {
        Person person = people.person();
        String path = text(cases, person, uploads);
        partial(http, person, path, "bytes=0-3", "0123", "bytes 0-3/20");
        partial(http, person, path, "bytes=5-5", "5", "bytes 5-5/20");
        partial(http, person, path, "bytes=15-", "fghij", "bytes 15-19/20");
        partial(http, person, path, "bytes=-4", "ghij", "bytes 16-19/20");
        partial(http, person, path, "bytes=18-500", "ij", "bytes 18-19/20");
        partial(http, person, path, "bytes=18-" + MANY_DIGITS, "ij", "bytes 18-19/20");
        partial(http, person, path, "bytes=-" + MANY_DIGITS, CONTENT, "bytes 0-19/20");
        partial(http, person, path, "bytes=-500", CONTENT, "bytes 0-19/20");
    }

    @Requirement("CASE-034")
    @Test
    void case034_refusesARangeBeyondTheEnd(Http http, Cases cases, People people, Uploads uploads) {
        Person person = people.person();
        String path = text(cases, person, uploads);
        for (String range : List.of("bytes=20-", "bytes=20-25", "bytes=-0", "bytes=" + MANY_DIGITS + "-")) {
            ranged(http, person, path, range)
                    .expectProblem(416, "range-not-satisfiable")
                    .expectHeader("Content-Range", "bytes \\*/20");
        }
    }

    @Requirement("CASE-034")
    @Test
    void case034_givesTheWholeForSeveralOrNone(Http http, Cases cases, People people, Uploads uploads) {
        Person person = people.person();
        String path = text(cases, person, uploads);
        for (String range : List.of("bytes=0-1,4-5", "lines=1-2", "bytes=a-b", "bytes=5-2")) {
            Answer answer = ranged(http, person, path, range)
                    .hint("Several ranges, and what is no range, give the whole: " + range)
                    .expect(200);
            if (!answer.body().text().equals(CONTENT)) {
                answer.fail("the whole document", answer.body().text(), null);
            }
        }
    }

    @Requirement("CASE-034")
    @Test
    void case034_looksFirstAtWhatTheReaderHas(Http http, Cases cases, People people, Uploads uploads) {
        Person person = people.person();
        String path = text(cases, person, uploads);
        String tag = http.get(path).as(person).send().require(200).expectHeader("ETag");
        for (String range : List.of("bytes=0-3", "bytes=500-")) {
            asking(http, person, path, range)
                    .header("If-None-Match", tag)
                    .send()
                    .hint("If-None-Match comes before Range (RFC 9110 section 13.2.2).")
                    .expect(304);
        }
        asking(http, person, path, "bytes=0-3")
                .header("If-None-Match", "\"another\"")
                .send()
                .expect(206);
    }

    @Requirement("CASE-033")
    @Test
    void case033_namesTheFileByItsMediaType(Http http, Cases cases, People people, Uploads uploads) {
        Person person = people.person();
        LiveCase live = cases.plain(person).live();
        for (String[] named : new String[][] {
            {"IMAGE/JPEG", "jpg"},
            {"Text/Plain; charset=UTF-8", "txt"},
            {"application/pdf", "pdf"},
            {"image/svg+xml", "bin"}
        }) {
            String id = uploads.sending(named[0], Octets.of("x"))
                    .as(person)
                    .send()
                    .require(201)
                    .at("/id")
                    .text();
            JsonNode entries = Json.array(Uploads.entry(id, "note", "namn.exe"));
            live.perform(person, Bodies.supplement("Mer.").set("documents", entries));
            http.get(live.path() + "/documents/" + id)
                    .as(person)
                    .send()
                    .hint("The extension of " + named[0])
                    .expect(200)
                    .expectHeader("Content-Disposition", "attachment; ?filename=\"?" + id + "\\." + named[1] + "\"?");
        }
    }

    @Requirement("CASE-035")
    @Test
    void case035_saysItsDigest(Http http, Cases cases, People people, Uploads uploads) {
        Person person = people.person();
        String path = text(cases, person, uploads);
        String digest = Uploads.digest(Octets.of(CONTENT));
        for (String range : List.of("bytes=0-3", "bytes=0-")) {
            String said = ranged(http, person, path, range).require(206).expectHeader("Repr-Digest");
            if (!said.contains(digest)) {
                throw ConformanceFailure.of("Repr-Digest with " + digest, said);
            }
        }
        http.get(path).as(person).send().require(200).expectHeader("Repr-Digest", ".*\\Q" + digest + "\\E.*");
    }

    private static String text(Cases cases, Person person, Uploads uploads) {
        return stored(cases, person, Uploads.entry(uploads.text(person, CONTENT), "drawing", "a.txt"));
    }

    private static String stored(Cases cases, Person person, ObjectNode entry) {
        JsonNode body = Bodies.newCase(Services.PLAIN, "Ämne").set("documents", Json.array(entry));
        return cases.create(person, body).path() + "/documents/"
                + entry.path("id").asString();
    }

    private static Answer ranged(Http http, Person person, String path, String range) {
        return asking(http, person, path, range).send();
    }

    private static Call asking(Http http, Person person, String path, String range) {
        return http.get(path).as(person).header("Range", range);
    }

    private static void partial(Http http, Person person, String path, String range, String content, String said) {
        Answer answer = ranged(http, person, path, range).expect(206);
        answer.expectHeader("Content-Range", "\\Q" + said + "\\E");
        if (!answer.body().text().equals(content)) {
            answer.fail(content + " for " + range, answer.body().text(), null);
        }
    }
}
