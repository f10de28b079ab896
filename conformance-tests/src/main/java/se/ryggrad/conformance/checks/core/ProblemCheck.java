package se.ryggrad.conformance.checks.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.Afterwards;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.check.Observations;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.wire.Exchange;
import se.ryggrad.conformance.wire.Octets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that faults are told as RFC 9457 and the standard's list of problem types say. */
@ConformanceCheck
class ProblemCheck {

    private static final String UUID_URN = "urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern INNARDS = Pattern.compile(
            "\\tat |Exception|java\\.|jakarta\\.|javax\\.|se\\.ryggrad\\.(core|server)|SELECT |INSERT |UPDATE |NullPointer");

    @Requirement("CORE-001")
    @Test
    void core001_tellsEveryKindOfFaultAsAProblem(Http http, People people, Cases cases) {
        Person person = people.person();
        Submitted own = cases.plain(person);
        for (Answer answer : faults(http, person, own.live())) {
            answer.expectHeader("Content-Type", "(?i)application/problem\\+json\\s*(;.*)?");
            answer.at("/status").is(answer.status());
            for (String member : List.of("/type", "/title", "/detail", "/instance", "/traceId")) {
                answer.at(member).matches("(?s).+");
            }
        }
    }

    @Requirement("CORE-002")
    @Test
    void core002_usesTheListedTypesEachWithItsStatus(Http http, People people, Cases cases) {
        Person person = people.person();
        List<JsonNode> listed =
                List.copyOf(Contract.file("problems.json").path("problems").values());
        for (Answer answer : faults(http, person, cases.plain(person).live())) {
            String type = answer.at("/type").text();
            boolean agrees = listed.stream()
                    .anyMatch(p -> p.path("type").asString().equals(type)
                            && p.path("status").asInt() == answer.status());
            if (!agrees) {
                answer.at("/type").fail("a listed type whose status is " + answer.status());
            }
        }
    }

    @Requirement("CORE-002")
    @Afterwards
    @Test
    void core002_neverLeavesTheListInTheWholeRun(Observations observations) {
        List<JsonNode> listed =
                List.copyOf(Contract.file("problems.json").path("problems").values());
        for (Exchange exchange : observations.exchanges()) {
            int status = exchange.response().status();
            boolean known = status < 400
                    || listed.stream().anyMatch(p -> p.path("status").asInt() == status);
            if (!known) {
                throw new ConformanceFailure(
                        new Finding("a status of a listed problem type", "status " + status, null, exchange, null));
            }
        }
    }

    @Requirement("CORE-003")
    @Test
    void core003_givesEachProblemANameOfItsOwn(Http http) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            Answer answer = http.get("/no-such-path").send().expect(404);
            String instance = answer.at("/instance").matches(UUID_URN).text();
            if (!seen.add(instance)) {
                answer.at("/instance").fail("a new instance for each problem");
            }
        }
    }

    @Requirement("CORE-004")
    @Test
    void core004_namesAllFaultsAtOnceInOrder(People people, Cases cases) {
        ObjectNode form = Json.object("amount", 0, "quantity", 11, "startsOn", "soon", "measure", "other");
        Answer answer = cases.send(people.person(), Bodies.newCase(Services.PLAIN, form));
        answer.expectProblem(422, "validation")
                .expectErrors(
                        "/form/amount exclusive-minimum",
                        "/form/otherMeasure required",
                        "/form/quantity maximum",
                        "/form/startsOn format",
                        "/form/subject required");
        answer.at("/errors").items().forEach(error -> error.at("/detail").matches("(?s).+"));
    }

    @Requirement("CORE-005")
    @Test
    void core005_pointsAtTheMemberThatIsNotThere(People people, Cases cases) {
        cases.send(people.person(), Bodies.newCase(Services.PLAIN, Json.object()))
                .expectProblem(422, "validation")
                .expectErrors("/form/subject required");
        JsonNode contacts = Json.array(Json.object("name", "Alva"), Json.object());
        JsonNode form = Json.object("subject", "Kontakter", "contacts", contacts);
        cases.send(people.person(), Bodies.newCase(Services.PLAIN, form))
                .expectProblem(422, "validation")
                .expectErrors("/form/contacts/1/name required");
    }

    @Requirement("CORE-006")
    @Test
    void core006_repeatsNothingOfTheRequest(Http http, People people, Cases cases, Nonces nonces) {
        Person person = people.person();
        String planted = nonces.word();
        ObjectNode form = Json.object("subject", 7, "measure", planted, "email", planted);
        ObjectNode unknown = Bodies.newCase(Services.PLAIN, "x").put("initiatedBy", planted);
        for (Answer answer : List.of(
                cases.send(person, Bodies.newCase(Services.PLAIN, form)),
                cases.send(person, unknown),
                http.get("/cases/" + planted).as(person).send(),
                http.get("/cases").as(person).query("status", planted).send(),
                http.get("/cases").as(person).query("limit", planted).send(),
                http.post("/cases").as(person).key(planted).json(Json.object()).send(),
                http.post("/cases")
                        .as(person)
                        .key()
                        .json("{\"" + planted + "\": nope")
                        .send())) {
            answer.expect(400, 404, 422);
            if (answer.body().text().contains(planted)) {
                answer.fail("a problem without text from the request", "it repeats " + planted, null);
            }
        }
    }

    @Requirement("CORE-006")
    @Afterwards
    @Test
    void core006_showsNoInnardsInTheWholeRun(Observations observations) {
        for (Exchange exchange : observations.exchanges()) {
            boolean shown = exchange.response().status() >= 400
                    && INNARDS.matcher(exchange.response().body().text()).find();
            if (shown) {
                throw new ConformanceFailure(new Finding(
                        "a problem without stack trace, class name or SQL", "one with", null, exchange, null));
            }
        }
    }

    private static List<Answer> faults(Http http, Person person, LiveCase own) {
        return List.of(
                http.get("/no-such-path").send().expect(404),
                http.call("DELETE", "/cases").as(person).send().expect(405),
                http.get("/me").send().expect(401),
                http.get("/me").bearer("junk").send().expect(401),
                http.get("/events").as(person).send().expect(403),
                http.get("/me").as(person).header("Accept", "image/png").send().expect(406),
                http.post("/cases")
                        .as(person)
                        .key()
                        .body("text/plain", Octets.of("x"))
                        .send()
                        .expect(415),
                http.get("/cases").as(person).query("limit", 0).send().expect(400),
                http.post("/cases").as(person).key().json("{").send().expect(400),
                http.get("/cases/" + UUID.randomUUID()).as(person).send().expect(404),
                http.get(own.path()).as(person.at(Assurance.LOA2)).send().expect(403),
                own.acting(person, Bodies.supplement("x")).send().expect(428),
                own.acting(person, Bodies.supplement("x"))
                        .ifMatch("\"0-x\"")
                        .send()
                        .expect(412),
                own.acting(person, Bodies.action("no-such-action")).send().expect(422));
    }

    @Requirement("CORE-004")
    @Test
    void core004_namesFaultsInAndOutsideTheFormTogether(People people, Cases cases) {
        ObjectNode body = Bodies.newCase(Services.PLAIN, Json.object("amount", 0));
        body.put("channel", "paper").put("receivedOn", Bodies.today().toString());
        body.set("documents", Json.array(Uploads.entry(UUID.randomUUID().toString(), "portrait", "a.png")));
        cases.send(people.person(), body)
                .expectProblem(422, "validation")
                .expectErrors(
                        "/channel unknown-member",
                        "/documents/0/id unknown-document",
                        "/documents/0/kind unknown-value",
                        "/form/amount exclusive-minimum",
                        "/form/subject required",
                        "/receivedOn unknown-member");
    }

    @Requirement("CORE-004")
    @Test
    void core004_ordersPointersAsText(Cases cases) {
        Submitted submitted = cases.plain();
        ObjectNode body = Bodies.supplement("handlingar");
        ArrayNode documents = Json.array();
        for (int i = 0; i < 11; i++) {
            documents.add(Uploads.entry(UUID.randomUUID().toString(), "other", i + ".txt"));
        }
        body.set("documents", documents);
        submitted
                .live()
                .act(submitted.applicant(), body)
                .hint("Pointers are compared code unit by code unit: /documents/10 comes before /documents/2.")
                .expectProblem(422, "validation")
                .expectErrors(IntStream.range(0, 11)
                        .mapToObj(i -> "/documents/" + i + "/id unknown-document")
                        .sorted()
                        .toArray(String[]::new));
    }
}
