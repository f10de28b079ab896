package se.ryggrad.conformance.checks.core;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.Afterwards;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Observations;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.CanarySearch;
import se.ryggrad.conformance.people.IdentityNumber;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.wire.Exchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that reading changes nothing, that faults leave nothing behind and that nobody learns of another's. */
@ConformanceCheck
class TruthCheck {

    @Requirement("CORE-044")
    @Test
    void core044_doesNotTellIdentityNumbersHoweverTheyCameIn(Http http, People people, Cases cases) {
        Person person = people.person();
        String twelve = people.stranger().digits();
        String dashed = twelve.substring(2, 8) + "-" + twelve.substring(8);
        ObjectNode form = Json.object("subject", "x", twelve, 1, "email", dashed, "measure", twelve);
        cases.send(person, Bodies.newCase(Services.PLAIN, form)).expect(422);
        http.get("/cases/" + twelve).as(person).send().expect(404);
        http.get("/cases").as(person).query(dashed, "1").send().expect(400);
        http.get("/cases").as(person).query("status", twelve).send().expect(400);
        http.get("/services/" + twelve).send().expect(404);
        http.post("/cases").as(person).key(twelve).json(Json.object()).send().expect(400);
        http.get("/me").as(person).header("On-Behalf-Of", dashed).send().expect(403);
        cases.send(person, Bodies.newCase(Services.PLAIN, "x").put("initiatedBy", dashed))
                .expect(422);
        cases.create(person, Bodies.newCase(Services.PLAIN, twelve)).perform(person, Bodies.message(dashed));
        expectNone(http.recorder().exchanges(), new CanarySearch(List.of(person.number(), new IdentityNumber(twelve))));
    }

    @Requirement("CORE-044")
    @Afterwards
    @Test
    void core044_doesNotTellThemInTheWholeRun(Observations observations) {
        expectNone(observations.exchanges(), observations.canaries());
    }

    @Requirement("CORE-046")
    @Test
    void core046_answersAlikeForForeignAndRandomIds(Http http, People people, Cases cases) {
        Submitted submitted = cases.plain();
        submitted.live().read(submitted.applicant()).expect(200);
        Person stranger = people.person();
        for (String below : List.of("", "/events", "/documents/" + UUID.randomUUID())) {
            Answer foreign =
                    http.get(submitted.live().path() + below).as(stranger).send();
            Answer random =
                    http.get("/cases/" + UUID.randomUUID() + below).as(stranger).send();
            expectAlike(foreign, random);
        }
        Answer foreign =
                submitted.live().acting(stranger, Bodies.message("hej")).send();
        Answer random = http.post("/cases/" + UUID.randomUUID() + "/actions")
                .as(stranger)
                .key()
                .json(Bodies.message("hej"))
                .send();
        expectAlike(foreign, random);
    }

    @Requirement("CORE-054")
    @Test
    void core054_changesNothingByReading(Http http, Cases cases, People people) {
        Submitted submitted = cases.plain();
        Person person = submitted.applicant();
        Answer before = submitted.live().read(person).expect(200);
        Answer events = submitted.live().events(person).expect(200);
        Officer officer = people.officer();
        submitted.live().read(officer).expect(200);
        submitted.live().events(officer).expect(200);
        http.call("HEAD", submitted.live().path()).as(person).send().expect(200, 405);
        http.get("/cases").as(person).send().expect(200);
        Answer after = submitted.live().read(person).expect(200);
        after.at("/version").is(before.at("/version").number());
        if (!after.body().equals(before.body()) || !after.header("ETag").equals(before.header("ETag"))) {
            after.fail("the same answer as before the reading", "another", "");
        }
        if (!submitted.live().events(person).body().equals(events.body())) {
            after.fail("the same events as before the reading", "others", null);
        }
    }

    @Requirement("CORE-055")
    @Test
    void core055_leavesNothingBehindAfterAFault(Http http, Cases cases, Uploads uploads) {
        Submitted submitted = cases.plain();
        Person person = submitted.applicant();
        String document = uploads.pdf(person);
        Answer before = submitted.live().read(person).expect(200);
        String key = UUID.randomUUID().toString();
        ObjectNode bad = Bodies.supplement("med fel");
        bad.set(
                "documents",
                Json.array(
                        Uploads.entry(document, "drawing", "a.pdf"),
                        Uploads.entry(UUID.randomUUID().toString(), "drawing", "b.pdf")));
        send(http, submitted, key, bad).expectProblem(422, "validation");
        submitted
                .live()
                .read(person)
                .expect(200)
                .at("/version")
                .is(before.at("/version").number());
        ObjectNode good = Bodies.supplement("utan fel");
        good.set("documents", Json.array(Uploads.entry(document, "drawing", "a.pdf")));
        Answer after = send(http, submitted, key, good).expect(200);
        after.at("/documents").hasSize(1);
        after.at("/version").is(before.at("/version").number() + 1);
    }

    private static Answer send(Http http, Submitted submitted, String key, ObjectNode body) {
        return http.post(submitted.live().path() + "/actions")
                .as(submitted.applicant())
                .key(key)
                .ifMatch(submitted.live().tag(submitted.applicant()))
                .json(body)
                .send();
    }

    private static void expectNone(List<Exchange> exchanges, CanarySearch canaries) {
        for (Exchange exchange : exchanges) {
            canaries.find(Observations.publicParts(exchange)).ifPresent(form -> {
                throw new ConformanceFailure(new Finding(
                        "no identity number in a header, a problem or the feed", form, null, exchange, null));
            });
        }
    }

    private static void expectAlike(Answer foreign, Answer random) {
        random.expectProblem(404, "not-found");
        foreign.expectProblem(404, "not-found");
        if (!same(foreign).equals(same(random))) {
            foreign.fail(
                    "the same problem as for a random id: " + same(random),
                    same(foreign).toString(),
                    "");
        }
        Set<String> told = names(foreign);
        if (!told.equals(names(random))) {
            foreign.fail("the same headers as for a random id: " + names(random), told.toString(), null);
        }
    }

    private static JsonNode same(Answer answer) {
        ObjectNode body = (ObjectNode) answer.json().deepCopy();
        body.remove(List.of("instance", "traceId"));
        return body;
    }

    private static Set<String> names(Answer answer) {
        return answer.exchange().response().headers().stream()
                .map(header -> header.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    @Requirement("CORE-054")
    @Test
    void core054_changesNothingByFetching(Http http, Cases cases, Uploads uploads) {
        Handled handled = cases.assigned();
        String document = uploads.pdf(handled.applicant());
        ObjectNode supplement = Bodies.supplement("fil");
        supplement.set("documents", Json.array(Uploads.entry(document, "drawing", "a.pdf")));
        handled.live().perform(handled.applicant(), supplement);
        Answer before = handled.live().read(handled.officer()).expect(200);
        for (String below : List.of("/export", "/documents/" + document, "/memos", "/events", "")) {
            String path = handled.live().path() + below;
            http.get(path).as(handled.officer()).send().expect(200);
            Answer head = http.call("HEAD", path).as(handled.officer()).send().expect(200);
            if (head.body().size() > 0) {
                head.fail("no body in the answer to HEAD", head.body().toString(), null);
            }
        }
        Answer after = handled.live().read(handled.officer()).expect(200);
        if (!after.body().equals(before.body()) || !after.header("ETag").equals(before.header("ETag"))) {
            after.fail("the same answer as before the fetching", "another", "");
        }
    }

    @Requirement("CORE-055")
    @Test
    void core055_leavesNoCaseBehindWithoutItsDocuments(Http http, People people, Cases cases) {
        Person person = people.person();
        ObjectNode body = Bodies.newCase(Services.PLAIN, "halv");
        body.set("documents", Json.array(Uploads.entry(UUID.randomUUID().toString(), "drawing", "a.pdf")));
        cases.send(person, body).expectProblem(422, "validation").expectErrors("/documents/0/id unknown-document");
        Answer list =
                http.get("/cases").as(person).query("count", "true").send().expect(200);
        list.at("/items").hasSize(0);
        list.at("/total").is(0);
    }

    @Requirement("CORE-055")
    @Test
    void core055_answersNoRequestWithABadDocument(Cases cases) {
        Handled handled = cases.waiting();
        ObjectNode answer = Bodies.answer(handled.request());
        answer.set("documents", Json.array(Uploads.entry(UUID.randomUUID().toString(), "drawing", "a.pdf")));
        handled.live().act(handled.applicant(), answer).expectProblem(422, "validation");
        Answer after = handled.live().read(handled.applicant()).expect(200);
        after.at("/requests/0/state").is("open");
        after.at("/waitingFor").hasSize(1);
        after.at("/version").is(4);
    }

    @Requirement("CORE-055")
    @Test
    void core055_registersNothingWhenAssignOrRerouteFails(Cases cases, People people) {
        Submitted submitted = cases.unregistered();
        ObjectNode assign =
                Bodies.action("assign").put("officer", UUID.randomUUID().toString());
        for (ObjectNode bad : List.of(assign, Bodies.action("reroute").put("unit", "unit-none"))) {
            submitted.live().act(people.officer(), bad).expectProblem(422, "validation");
            Answer after = submitted.live().read(submitted.applicant()).expect(200);
            after.at("/status").is("submitted");
            after.at("/registryNumber").isMissing();
            after.at("/version").is(1);
        }
        submitted.live().act(people.officer(), Bodies.action("assign")).expect(200);
    }
}
