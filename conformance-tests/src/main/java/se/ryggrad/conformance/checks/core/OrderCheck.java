package se.ryggrad.conformance.checks.core;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.wire.Octets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks which fault a request with several is answered with, and the paths, methods and media types themselves. */
@ConformanceCheck
class OrderCheck {

    @Requirement("CORE-007")
    @Test
    void core007_answersWithTheFirstFaultOfTheOrder(Http http, People people) {
        Person person = people.person();
        http.call("DELETE", "/no-such-path").bearer("junk").send().expect(404);
        http.call("DELETE", "/cases").bearer("junk").send().expect(405);
        http.get("/events").bearer("junk").query("after", "?").send().expect(401);
        http.get("/events").as(person).header("Accept", "image/png").send().expect(403);
        post(http, person)
                .header("Accept", "image/png")
                .body("text/plain", Octets.of("x"))
                .send()
                .expect(406);
        post(http, person).body("text/plain", Octets.of("x")).send().expect(415);
        post(http, person).header("On-Behalf-Of", "nobody").json("{").send().expect(400);
        post(http, person)
                .key()
                .header("On-Behalf-Of", "nobody")
                .json("{")
                .send()
                .expect(403);
        http.post("/cases/" + UUID.randomUUID() + "/actions")
                .as(person)
                .key()
                .json("{")
                .send()
                .expect(400);
    }

    @Requirement("CORE-007")
    @Test
    void core007_keepsTheOrderOnACase(People people, Cases cases, Http http) {
        Submitted submitted = cases.plain();
        LiveCase live = submitted.live();
        Person low = submitted.applicant().at(Assurance.LOA2);
        ObjectNode wrong = Bodies.action("supplement");
        live.acting(people.person(), wrong).send().expect(404);
        live.acting(low, wrong).ifMatch("\"0-x\"").send().expect(403);
        live.acting(submitted.applicant(), wrong).send().expect(428);
        live.acting(submitted.applicant(), wrong).ifMatch("\"0-x\"").send().expect(412);
        live.act(submitted.applicant(), Bodies.action("register")).expect(403);
        live.act(submitted.applicant(), wrong).expect(422);
        String key = UUID.randomUUID().toString();
        String tag = live.tag(submitted.applicant());
        Call first =
                http.post(live.path() + "/actions").as(submitted.applicant()).key(key);
        first.json(Bodies.supplement("först")).ifMatch(tag).send().expect(200);
        Call second =
                http.post(live.path() + "/actions").as(submitted.applicant()).key(key);
        second.json(Bodies.supplement("annat")).send().expectProblem(422, "idempotency-conflict");
    }

    @Requirement("CORE-008")
    @Test
    void core008_doesNotKnowOtherPaths(Http http, People people) {
        http.get("/capabilities").send().expect(200);
        http.get("/me").as(people.person()).send().expect(200);
        for (String path : List.of("/no-such-path", "/capabilities/", "/cases/", "/me/", "/services/", "/Cases")) {
            http.get(path).send().expectProblem(404, "not-found");
        }
    }

    @Requirement("CORE-009")
    @Test
    void core009_namesTheMethodsThatAPathHas(Http http, People people) {
        Person person = people.person();
        for (String path : List.of("/capabilities", "/me", "/services")) {
            Answer answer = http.call("DELETE", path).send().expectProblem(405, "method-not-allowed");
            answer.expectHeader("Allow", "(?i).*\\bGET\\b.*");
        }
        Answer cases = http.call("PUT", "/cases").send().expectProblem(405, "method-not-allowed");
        cases.expectHeader("Allow", "(?i).*\\bPOST\\b.*").expectHeader("Allow", "(?i).*\\bGET\\b.*");
        http.get("/cases").as(person).send().expect(200);
    }

    @Requirement("CORE-010")
    @Test
    void core010_refusesToAnswerInAnotherMediaType(Http http, People people) {
        Person person = people.person();
        for (String good : List.of("application/json", "*/*", "text/html, application/*;q=0.1", "Application/JSON")) {
            http.get("/me").as(person).header("Accept", good).send().expect(200);
        }
        for (String bad : List.of("image/png", "text/html", "application/json;q=0")) {
            http.get("/me").as(person).header("Accept", bad).send().expectProblem(406, "not-acceptable");
        }
    }

    @Requirement("CORE-011")
    @Test
    void core011_takesJsonInUtf8Only(Http http, People people, Nonces nonces) {
        Person person = people.person();
        Octets body = Octets.of(Json.write(Bodies.newCase(Services.PLAIN, nonces.word())));
        for (String good : List.of(
                "application/json",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\"",
                "Application/JSON")) {
            post(http, person).key().body(good, body).send().expect(201);
        }
        for (String bad : List.of("text/plain", "application/xml", "application/json; charset=iso-8859-1")) {
            post(http, person).key().body(bad, body).send().expectProblem(415, "unsupported-media-type");
        }
        post(http, person).key().body(body).send().expectProblem(415, "unsupported-media-type");
        post(http, person)
                .key()
                .header("Content-Encoding", "gzip")
                .body("application/json", body)
                .send()
                .expectProblem(415, "unsupported-media-type");
    }

    @Requirement("CORE-011")
    @Test
    void core011_takesJsonInUtf8OnlyWhereverItTakesJson(Http http, People people, Cases cases) {
        Submitted submitted = cases.plain();
        Octets message = Octets.of(Json.write(Bodies.message("Hej.")));
        for (String bad : List.of("text/plain", "application/json; charset=iso-8859-1")) {
            http.post(submitted.live().path() + "/actions")
                    .as(submitted.applicant())
                    .key()
                    .body(bad, message)
                    .send()
                    .expectProblem(415, "unsupported-media-type");
            http.post("/follow-up").body(bad, message).send().expectProblem(415, "unsupported-media-type");
            http.put("/services/" + Services.PLAIN.id())
                    .as(people.serviceAdmin())
                    .body(bad, message)
                    .send()
                    .expectProblem(415, "unsupported-media-type");
        }
    }

    private static Call post(Http http, Person person) {
        return http.post("/cases").as(person);
    }

    @Requirement("CORE-007")
    @Test
    void core007_looksAtWhoAsksBeforeItReplays(Http http, People people, Cases cases) {
        Person person = people.person();
        String key = UUID.randomUUID().toString();
        JsonNode body = Bodies.newCase(Services.PLAIN, "igen");
        post(http, person).key(key).json(body).send().expect(201);
        post(http, person.at(Assurance.LOA2))
                .key(key)
                .json(body)
                .send()
                .hint("The level is judged again before a replay.")
                .expectProblem(403, "insufficient-assurance");
        post(http, person).key(key).json(body).send().expect(201);
        Handled handled = cases.assigned();
        Call reroute = http.post(handled.live().path() + "/actions").as(handled.officer());
        reroute.key(key)
                .ifMatch(handled.live().tag(handled.officer()))
                .json(Bodies.action("reroute").put("unit", "unit-a2"));
        reroute.send().expect(200);
        reroute.send().hint("The case is out of sight, and so is the answer.").expectProblem(404, "not-found");
    }

    @Requirement("CORE-007")
    @Test
    void core007_judgesVersionThenTableThenBody(Cases cases) {
        Handled handled = cases.assigned();
        LiveCase live = handled.live();
        ObjectNode never = Bodies.action("register");
        live.acting(handled.applicant(), never).send().expect(428);
        live.acting(handled.applicant(), never).ifMatch("\"0-x\"").send().expect(412);
        live.act(handled.applicant(), Bodies.action("request")).expectProblem(403, "forbidden");
        live.act(handled.officer(), Bodies.action("reopen")).expectProblem(409, "state-conflict");
        live.act(handled.officer(), Bodies.action("request")).expectProblem(422, "validation");
    }
}
