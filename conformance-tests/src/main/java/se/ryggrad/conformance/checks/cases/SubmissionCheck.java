package se.ryggrad.conformance.checks.cases;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.contract.Together;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;

/** Checks what comes of a good submission. */
@ConformanceCheck
class SubmissionCheck {

    private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Requirement("CASE-001")
    @Test
    void case001_createsAWholeCaseAtItsLocation(Http http, People people, Cases cases, Nonces nonces) {
        Person person = people.person();
        String subject = "Ämne " + nonces.word();
        Answer created =
                cases.send(person, Bodies.newCase(Services.PLAIN, subject)).expect(201);
        Schemas.expect(created, "case-view");
        created.expectHeader("ETag", "\"[^\"]+\"");
        String id = created.at("/id").matches(UUID_PATTERN).text();
        String location = created.expectHeader("Location");
        if (!URI.create(http.base() + "/cases").resolve(location).toString().equals(http.base() + "/cases/" + id)) {
            created.fail("Location " + http.base() + "/cases/" + id, location, null);
        }
        created.at("/form").is(Json.object("subject", subject));
        Answer read = http.get(http.base() + "/cases/" + id).as(person).send().expect(200);
        Schemas.expect(read, "case-view");
        read.at("").satisfies("the case as the 201 answer gave it", n -> Contract.same(n, created.json()));
    }

    @Requirement("CASE-001")
    @Test
    void case001_statesWhatWasSentIn(Cases cases, People people) {
        JsonNode form = Json.object(
                "subject",
                "Två kontakter",
                "amount",
                12.5,
                "quantity",
                10,
                "measure",
                "other",
                "otherMeasure",
                "Något annat",
                "contacts",
                Json.array(Json.object("name", "Åke", "phone", "+46701740605"), Json.object("name", "Ö")));
        Answer created = cases.send(people.person(), Bodies.newCase(Services.PLAIN, form))
                .expect(201);
        created.at("/form").satisfies("the form as it was sent", n -> Contract.same(n, form));
        created.at("/service")
                .is(Json.object("id", Services.PLAIN.id(), "version", "1.0.0", "title", "Prov: enkel ansökan"));
        created.at("/authority").is("conformance-a");
        created.at("/unit").is("unit-a");
        created.at("/track").is("administrative");
        created.at("/initiatedBy").is("party");
        created.at("/channel").is("digital");
        created.at("/receivedOn").is(Bodies.today().toString());
        created.at("/officer").isMissing();
        created.at("/followUpCode").isMissing();
        for (String empty : List.of("waitingFor", "relations", "deficiencies", "documents", "requests", "decisions")) {
            created.at("/" + empty).hasSize(0);
        }
    }

    @Requirement("CASE-002")
    @Test
    void case002_whatWasAcknowledgedCanBeReadAtOnce(Http http, Cases cases) {
        Submitted submitted = cases.plain();
        expectSeen(http, submitted, submitted.live().created());
        for (int i = 0; i < 4; i++) {
            JsonNode message = Bodies.message("Meddelande " + i);
            expectSeen(
                    http,
                    submitted,
                    submitted.live().act(submitted.applicant(), message).expect(200));
        }
    }

    private static void expectSeen(Http http, Submitted submitted, Answer given) {
        Person person = submitted.applicant();
        submitted
                .live()
                .read(person)
                .expect(200)
                .at("")
                .satisfies("the case as the answer before gave it", n -> Contract.same(n, given.json()));
        Part item = Pages.find(
                        Pages.all(http, "/cases", person), submitted.live().id())
                .orElseThrow(() -> ConformanceFailure.of("the case in /cases at once", "not there"));
        for (String member : List.of("version", "status", "updatedAt", "registryNumber")) {
            item.at("/" + member).is(given.json().path(member));
        }
        String head = Timeline.of(submitted.live(), person).head();
        given.at("/chain/hash").is(head);
    }

    @Requirement("CASE-013")
    @Test
    void case013_isRegisteredInTheSameAnswer(Cases cases) {
        Submitted submitted = cases.plain();
        Answer created = submitted.live().created();
        created.at("/status").is("registered");
        created.at("/registryNumber").matches(".{1,100}");
        created.at("/version").is(2);
        Timeline.of(submitted.live(), submitted.applicant()).expectTypes("submitted", "registered");
    }

    @Requirement("CASE-014")
    @Test
    void case014_waitsForItsRegistration(Cases cases, People people) {
        Submitted submitted = cases.unregistered();
        Answer created = submitted.live().created();
        created.at("/status").is("submitted");
        created.at("/registryNumber").isMissing();
        created.at("/version").is(1);
        Timeline.of(submitted.live(), submitted.applicant()).expectTypes("submitted");
        submitted
                .live()
                .act(submitted.applicant(), Bodies.message("Har ni fått detta?"))
                .expect(200)
                .at("/registryNumber")
                .isMissing();
        submitted.live().perform(people.registrar(), Bodies.action("register"));
        submitted.live().read(submitted.applicant()).at("/registryNumber").matches(".{1,100}");
    }

    @Requirement("CASE-015")
    @Test
    void case015_registryNumbersAllDifferWhenManyArrive(Cases cases, People people) {
        List<Callable<String>> tasks = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Person person = people.person();
            JsonNode body = Bodies.newCase(Services.PLAIN, "Samtidigt " + i);
            tasks.add(() ->
                    cases.send(person, body).expect(201).at("/registryNumber").text());
        }
        List<String> numbers = Together.all(tasks);
        if (Set.copyOf(numbers).size() != numbers.size()) {
            throw ConformanceFailure.of(
                    "24 registry numbers, all different",
                    numbers.stream().sorted().toList().toString());
        }
    }

    @Requirement("CASE-018")
    @Test
    void case018_isCompletedInTheSameAnswer(Cases cases, People people) {
        Submitted submitted = cases.submitted(people.person(), Services.INFORMATION);
        Answer created = submitted.live().created();
        created.at("/status").is("closed");
        created.at("/registryNumber").exists();
        Timeline timeline = Timeline.of(submitted.live(), submitted.applicant());
        timeline.expectTypes("submitted", "registered", "completed").expectSound();
        timeline.last("completed").at("/content/actor/kind").is("automatic");
    }
}
