package se.ryggrad.conformance.checks.core;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.AuditLog;
import se.ryggrad.conformance.contract.Together;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.target.Target;
import se.ryggrad.conformance.wire.Octets;
import tools.jackson.databind.node.ObjectNode;

/** Checks that a request may be sent again without being done again. */
@ConformanceCheck
class IdempotencyCheck {

    private static final List<String> REPLAYED = List.of("Location", "ETag", "Content-Type");

    @Requirement("CORE-028")
    @Test
    void core028_asksForAKeyThatIsAUuid(Http http, People people, Cases cases, Uploads uploads) {
        Person person = people.person();
        ObjectNode body = Bodies.newCase(Services.PLAIN, "nyckel");
        http.post("/cases").as(person).json(body).send().expectProblem(400, "malformed");
        String quoted = "\"" + UUID.randomUUID() + "\"";
        for (String bad : List.of("1", "not-a-uuid", UUID.randomUUID() + "0", "1-1-1-1-1", quoted)) {
            http.post("/cases").as(person).key(bad).json(body).send().expectProblem(400, "malformed");
        }
        LiveCase live = cases.plain(person).live();
        http.post(live.path() + "/actions")
                .as(person)
                .json(Bodies.message("hej"))
                .send()
                .expectProblem(400, "malformed");
        http.post("/authorities/" + Office.A.authority() + "/access-log/seals")
                .as(people.auditor(Office.A))
                .json(Json.object())
                .send()
                .expectProblem(400, "malformed");
        Octets content = Octets.of("x");
        http.post("/documents")
                .as(person)
                .header("Content-Digest", Uploads.digest(content))
                .body("text/plain", content)
                .send()
                .expectProblem(400, "malformed");
        uploads.sending("text/plain", content).as(person).send().expect(201);
    }

    @Requirement("CORE-029")
    @Test
    void core029_givesTheFirstAnswerAgain(Http http, People people) {
        Person person = people.person();
        String key = UUID.randomUUID().toString();
        Answer first = create(http, person, key, "en gång").expect(201);
        Answer again = create(http, person, key, "en gång");
        expectSame(first, again);
        http.get("/cases")
                .as(person)
                .query("count", "true")
                .send()
                .expect(200)
                .at("/total")
                .is(1);
    }

    @Requirement("CORE-029")
    @Test
    void core029_actsOnceAndAnswersTwice(Http http, Cases cases) {
        Submitted submitted = cases.plain();
        Person person = submitted.applicant();
        String key = UUID.randomUUID().toString();
        String path = submitted.live().path() + "/actions";
        String tag = submitted.live().tag(person);
        ObjectNode body = Bodies.supplement("en gång");
        Answer first = http.post(path)
                .as(person)
                .key(key)
                .ifMatch(tag)
                .json(body)
                .send()
                .expect(200);
        submitted.live().perform(person, Bodies.message("emellan"));
        Answer again =
                http.post(path).as(person).key(key).ifMatch(tag).json(body).send();
        expectSame(first, again);
        submitted
                .live()
                .read(person)
                .expect(200)
                .at("/version")
                .is(first.at("/version").number() + 1);
    }

    @Requirement("CORE-029")
    @Test
    void core029_sealsOnce(Http http, People people, Cases cases, Target target) {
        AuditLog log = new AuditLog(http, people.auditor(Office.A), Office.A, target);
        String key = UUID.randomUUID().toString();
        Answer first = log.sealing(key).send().expect(200);
        cases.plain().live().read(people.officer()).require(200);
        expectSame(first, log.sealing(key).send());
    }

    @Requirement("CORE-030")
    @Test
    void core030_namesTheFirstResourceWhenTheBodyDiffers(Http http, People people) {
        Person person = people.person();
        String key = UUID.randomUUID().toString();
        String first = create(http, person, key, "första").expect(201).at("/id").text();
        Answer second = create(http, person, key, "andra").expectProblem(422, "idempotency-conflict");
        second.at("/firstResource").is(first);
        http.get("/cases")
                .as(person)
                .query("count", "true")
                .send()
                .expect(200)
                .at("/total")
                .is(1);
    }

    @Requirement("CORE-031")
    @Test
    void core031_createsOnceWhenTheSameArrivesAtOnce(Http http, People people) {
        Person person = people.person();
        String key = UUID.randomUUID().toString();
        Callable<Answer> task = () -> create(http, person, key, "samtidigt");
        List<Answer> answers = Together.all(Collections.nCopies(8, task));
        answers.forEach(answer -> answer.expect(201));
        answers.forEach(answer -> expectSame(answers.get(0), answer));
        http.get("/cases")
                .as(person)
                .query("count", "true")
                .send()
                .expect(200)
                .at("/total")
                .is(1);
    }

    @Requirement("CORE-032")
    @Test
    void core032_keepsKeysOfDifferentActorsApart(Http http, People people) {
        Person one = people.person();
        Person other = people.person();
        String key = UUID.randomUUID().toString();
        String first =
                create(http, one, key, "samma nyckel").expect(201).at("/id").text();
        create(http, other, key, "samma nyckel").expect(201).at("/id").isNot(first);
        create(http, one, key, "samma nyckel").expect(201).at("/id").is(first);
    }

    @Requirement("CORE-032")
    @Test
    void core032_keepsKeysOfDifferentPathsApart(Http http, Cases cases) {
        Person person = cases.plain().applicant();
        Submitted one = cases.plain(person);
        Submitted other = cases.plain(person);
        String key = UUID.randomUUID().toString();
        for (Submitted each : List.of(one, other)) {
            Answer answer = http.post(each.live().path() + "/actions")
                    .as(person)
                    .key(key)
                    .json(Bodies.message("samma nyckel"))
                    .send()
                    .expect(200);
            answer.at("/id").is(each.live().id());
        }
    }

    @Requirement("CORE-033")
    @Test
    void core033_leavesAKeyFreeWhenTheAnswerWasAFault(Http http, People people) {
        Person person = people.person();
        String key = UUID.randomUUID().toString();
        create(http, person, key, "").expectProblem(422, "validation");
        create(http, person, key, "rättad").expect(201);
    }

    private static Answer create(Http http, Person person, String key, String subject) {
        return http.post("/cases")
                .as(person)
                .key(key)
                .json(Bodies.newCase(Services.PLAIN, subject))
                .send();
    }

    private static void expectSame(Answer first, Answer again) {
        again.expect(first.status());
        for (String header : REPLAYED) {
            String told = first.header(header).orElse("none");
            if (!told.equals(again.header(header).orElse("none"))) {
                again.fail(
                        "the first answer's " + header + ", " + told,
                        again.header(header).orElse("none"),
                        null);
            }
        }
        if (!first.body().equals(again.body())) {
            again.fail("the first answer's body, octet for octet", "another body", "");
        }
    }

    @Requirement("CORE-029")
    @Test
    void core029_keepsOneDocumentOfARepeatedUpload(People people, Uploads uploads) {
        Person person = people.person();
        String key = UUID.randomUUID().toString();
        Answer first = upload(uploads, person, key, "text/plain").expect(201);
        expectSame(first, upload(uploads, person, key, "text/plain"));
    }

    @Requirement("CORE-030")
    @Test
    void core030_comparesOctetsAndMediaType(Http http, People people, Uploads uploads) {
        Person person = people.person();
        String key = UUID.randomUUID().toString();
        Answer document = upload(uploads, person, key, "text/plain").expect(201);
        upload(uploads, person, key, "application/pdf")
                .expectProblem(422, "idempotency-conflict")
                .at("/firstResource")
                .is(document.at("/id").node());
        String body = Json.write(Bodies.newCase(Services.PLAIN, "oktetter"));
        Answer made = http.post("/cases").as(person).key(key).json(body).send().expect(201);
        http.post("/cases")
                .as(person)
                .key(key)
                .json(body + " ")
                .send()
                .hint("The same body means the same octets.")
                .expectProblem(422, "idempotency-conflict");
        expectSame(
                made,
                http.post("/cases")
                        .as(person)
                        .language("en")
                        .key(key)
                        .json(body)
                        .send());
    }

    @Requirement("CORE-031")
    @Test
    void core031_actsOnceWhenTheSameArrivesAtOnce(Cases cases) {
        Submitted submitted = cases.plain();
        String key = UUID.randomUUID().toString();
        Callable<Answer> task = () -> submitted
                .live()
                .http()
                .post(submitted.live().path() + "/actions")
                .as(submitted.applicant())
                .key(key)
                .json(Bodies.message("samtidigt"))
                .send();
        List<Answer> answers = Together.all(Collections.nCopies(8, task));
        answers.forEach(answer -> expectSame(answers.get(0).expect(200), answer));
        submitted.live().read(submitted.applicant()).expect(200).at("/version").is(3);
    }

    @Requirement("CORE-033")
    @Test
    void core033_leavesAKeyFreeWhenTheVersionWasOld(Cases cases) {
        Submitted submitted = cases.plain();
        Person person = submitted.applicant();
        String key = UUID.randomUUID().toString();
        List<String> tags = List.of("\"0-x\"", submitted.live().tag(person));
        List<Integer> statuses = tags.stream()
                .map(tag -> submitted
                        .live()
                        .http()
                        .post(submitted.live().path() + "/actions")
                        .as(person)
                        .key(key)
                        .ifMatch(tag)
                        .json(Bodies.supplement("mer"))
                        .send()
                        .status())
                .toList();
        if (!statuses.equals(List.of(412, 200))) {
            throw ConformanceFailure.of("412, and 200 with the same key and the current version", "" + statuses);
        }
    }

    private static Answer upload(Uploads uploads, Person person, String key, String mediaType) {
        return uploads.sending(mediaType, Octets.of("samma"), key).as(person).send();
    }

    @Requirement("CORE-031")
    @Test
    void core031_keepsOneDocumentWhenTheSameArrivesAtOnce(People people, Uploads uploads) {
        Person person = people.person();
        String key = UUID.randomUUID().toString();
        Callable<Answer> task = () -> upload(uploads, person, key, "text/plain");
        List<Answer> answers = Together.all(Collections.nCopies(8, task));
        answers.forEach(answer -> expectSame(answers.get(0).expect(201), answer));
    }
}
