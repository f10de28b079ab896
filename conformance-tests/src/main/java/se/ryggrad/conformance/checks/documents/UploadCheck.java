package se.ryggrad.conformance.checks.documents;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.TestActor;
import se.ryggrad.conformance.target.Target;
import se.ryggrad.conformance.wire.Octets;

/** Checks that documents are taken as they are, and only whole. */
@ConformanceCheck
class UploadCheck {

    @Requirement("CASE-030")
    @Test
    void case030_takesTheBodyAsItIs(Uploads uploads, People people) {
        byte[] every = new byte[1024];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        Octets content = Octets.of(every);
        Answer answer = uploads.sending("application/pdf", content)
                .as(people.person())
                .send()
                .expect(201);
        answer.at("/id").matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        answer.at("/size").is(content.size());
        answer.at("/sha256").is(content.sha256());
        answer.at("/mediaType").is("application/pdf");
    }

    @Requirement("CASE-030")
    @Test
    void case030_givesEachUploadAnIdOfItsOwn(Uploads uploads, People people) {
        Person person = people.person();
        String one = uploads.text(person, "Samma");
        String other = uploads.text(person, "Samma");
        if (one.equals(other)) {
            throw ConformanceFailure.of("two ids for two uploads of the same octets", one + " twice");
        }
    }

    @Requirement("CASE-030")
    @Test
    void case030_keepsTheMediaTypeInLowerCase(Uploads uploads, People people) {
        Person person = people.person();
        Octets content = Octets.of("Text");
        Answer plain = uploads.sending("Application/PDF", content).as(person).send();
        plain.expect(201).at("/mediaType").is("application/pdf");
        Answer charset = uploads.sending("TEXT/Plain; Format=flowed; Charset=UTF-8", content)
                .as(person)
                .send();
        charset.hint("Of the parameters charset alone is kept.")
                .expect(201)
                .at("/mediaType")
                .matches("text/plain; ?charset=utf-8");
    }

    @Requirement("CASE-030")
    @Test
    void case030_asksForTheMediaType(Http http, People people) {
        Person person = people.person();
        Octets content = Octets.of("Text");
        http.post("/documents")
                .as(person)
                .key()
                .header("Content-Digest", Uploads.digest(content))
                .body(content)
                .send()
                .hint("Nobody said what the document is.")
                .expectProblem(415, "unsupported-media-type");
        sending(http, person, content, Uploads.digest(content)).expect(201);
    }

    @Requirement("CASE-031")
    @Test
    void case031_asksForADigest(Http http, People people) {
        Person person = people.person();
        Octets content = Octets.of("Text");
        Call without = http.post("/documents").as(person).key().body("text/plain", content);
        without.send().expectProblem(400, "malformed");
        for (String digest : List.of("sha-512=:AAAA:", "sha-256=", "sha-256=:%:", "md5=:1B2M2Y8AsgTpgAmY7PhCfg==:")) {
            sending(http, person, content, digest).expectProblem(400, "malformed");
        }
        sending(http, person, content, "sha-512=:" + "A".repeat(86) + "==:, " + Uploads.digest(content))
                .hint("sha-256 among others is enough.")
                .expect(201);
        sending(http, person, content, Uploads.digest(content)).expect(201);
    }

    @Requirement("CASE-031")
    @Test
    void case031_refusesADigestThatDoesNotMatch(Http http, People people) {
        Person person = people.person();
        Octets content = Octets.of("Text");
        sending(http, person, content, Uploads.digest(Octets.of("text")))
                .expectProblem(422, "validation")
                .at("/errors/0/code")
                .is("digest-mismatch");
    }

    @Requirement("CASE-032")
    @Test
    void case032_refusesAContentEncoding(Uploads uploads, People people) {
        for (String encoding : List.of("gzip", "br")) {
            uploads.sending("text/plain", Octets.of("Text"))
                    .as(people.person())
                    .header("Content-Encoding", encoding)
                    .send()
                    .expectProblem(415, "unsupported-media-type");
        }
    }

    @Requirement("CASE-032")
    @Test
    void case032_refusesWhatIsTooLarge(Http http, People people, Target target) {
        long limit = target.limit("documentBytes", 0);
        int status = new LargeUpload(http.base(), people.person()).send(limit + 1);
        if (status != 413) {
            throw ConformanceFailure.of(
                    "413 for limits.documentBytes + 1 = " + (limit + 1) + " octets", "status " + status);
        }
    }

    private static Answer sending(Http http, Person person, Octets content, String digest) {
        return http.post("/documents")
                .as(person)
                .key()
                .header("Content-Digest", digest)
                .body("text/plain", content)
                .send();
    }

    @Requirement("CASE-047")
    @Test
    void case047_isForThoseWhoCanUseADocument(Uploads uploads, People people) {
        for (TestActor actor :
                List.of(people.person(), people.officer(), people.registrar(), people.system("cases:open"))) {
            uploads.sending("text/plain", Octets.of("x")).as(actor).send().expect(201);
        }
        uploads.sending("text/plain", Octets.of("x")).send().expect(201);
        for (TestActor actor :
                List.of(people.serviceAdmin(), people.officerIn(), people.system("cases:register"), people.system())) {
            uploads.sending("text/plain", Octets.of("x")).as(actor).send().expectProblem(403, "forbidden");
        }
    }
}
