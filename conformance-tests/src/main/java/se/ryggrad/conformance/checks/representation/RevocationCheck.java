package se.ryggrad.conformance.checks.representation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.representation.Representation;
import se.ryggrad.conformance.target.Target;
import se.ryggrad.conformance.wire.Octets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that a representation holds no longer than the registry says. */
@ConformanceCheck
class RevocationCheck {

    private static final JsonNode SEARCH =
            Json.object("represented", Json.object("scheme", "prid", "value", "NO:abcdefghij"));

    @Requirement("ID-044")
    @Test
    void id044_refusesInTheVeryNextRequest(People people, Cases cases, Representatives representatives) {
        Submitted submitted = cases.submitted(people.person(), Services.REPRESENTED);
        Representation entry = Representation.of(people.registered(submitted.applicant()));
        Proxy proxy = representatives.by(entry);
        submitted.live().read(proxy).expect(200);
        people.represents(proxy.person());
        Answer refused = submitted.live().read(proxy).expectProblem(403, "forbidden");
        Answer unknown = submitted
                .live()
                .read(new Proxy(proxy.person(), UUID.randomUUID().toString()))
                .expectProblem(403, "forbidden");
        if (!lasting(refused).equals(lasting(unknown))) {
            refused.fail("the same problem as for an unknown id: " + lasting(unknown), "another", "");
        }
        submitted.live().read(representatives.by(proxy.person(), entry)).expect(200);
    }

    @Requirement("ID-044")
    @Test
    void id044_looksAtTheDaysAtEachRequest(Http http, People people, Representatives representatives) {
        Representation entry = Representation.of(people.registered(people.person()));
        Proxy proxy = representatives.by(entry);
        LocalDate today = Bodies.today();
        for (Representation ended : List.of(
                entry.with("until", today.minusDays(1).toString()),
                entry.with("from", today.plusDays(1).toString()))) {
            people.represents(
                    proxy.person(), entry.with("from", today.toString()).with("until", today.toString()));
            http.get("/cases").as(proxy).send().expect(200);
            people.represents(proxy.person(), ended);
            http.get("/cases").as(proxy).send().expectProblem(403, "forbidden");
        }
    }

    @Requirement("ID-044")
    @Test
    void id044_refusesAReplayToo(Http http, People people, Representatives representatives) {
        Proxy proxy = representatives.of(people.person());
        String key = UUID.randomUUID().toString();
        JsonNode body = Bodies.newCase(Services.REPRESENTED, "ombud");
        Answer begun = http.post("/cases").as(proxy).key(key).json(body).send().expect(201);
        Answer again = http.post("/cases").as(proxy).key(key).json(body).send().expect(201);
        again.at("/id").is(begun.at("/id").text());
        people.represents(proxy.person());
        http.post("/cases").as(proxy).key(key).json(body).send().expectProblem(403, "forbidden");
    }

    @Requirement("ID-044")
    @Test
    void id044_refusesAtEveryOperation(
            Http http, People people, Cases cases, Uploads uploads, Representatives representatives, Target target) {
        Submitted submitted = cases.submitted(people.person(), Services.REPRESENTED);
        Proxy proxy = representatives.of(submitted.applicant());
        String document = uploads.text(proxy, "text");
        ObjectNode supplement = Bodies.supplement("fil");
        supplement.set("documents", Json.array(Uploads.entry(document, "drawing", "a.txt")));
        submitted.live().perform(proxy, supplement);
        String portal = target.plays("mina-sidor") ? "/overview" : "/me";
        for (Call call : operations(http, submitted, uploads, proxy, document)) {
            call.send().expect(200, 201);
        }
        http.get(portal).as(proxy).send().expect(200);
        if (target.plays(Messages.ROLE)) {
            http.get("/inbox").as(proxy).send().expect(200);
        }
        people.represents(proxy.person());
        for (Call call : operations(http, submitted, uploads, proxy, document)) {
            call.send().expectProblem(403, "forbidden");
        }
        http.get(portal).as(proxy).send().expectProblem(403, "forbidden");
        if (target.plays(Messages.ROLE)) {
            http.get("/inbox").as(proxy).send().expectProblem(403, "forbidden");
        }
        submitted.live().read(submitted.applicant()).expect(200).at("/version").is(4);
    }

    private static List<Call> operations(
            Http http, Submitted submitted, Uploads uploads, Proxy proxy, String document) {
        String path = submitted.live().path();
        return List.of(
                http.get("/me").as(proxy),
                http.get("/me/representations").as(proxy),
                http.post("/me/representations/searches").as(proxy).json(SEARCH),
                http.get("/cases").as(proxy),
                http.get("/overview-items").as(proxy),
                http.post("/cases").as(proxy).key().json(Bodies.newCase(Services.REPRESENTED, "ombud")),
                http.get(path).as(proxy),
                http.get(path + "/events").as(proxy),
                http.get(path + "/documents/" + document).as(proxy),
                submitted.live().acting(proxy, Bodies.message("hej")),
                uploads.sending("text/plain", Octets.of("x")).as(proxy));
    }

    /** Returns a problem without what differs each time. */
    private static JsonNode lasting(Answer answer) {
        ObjectNode body = (ObjectNode) answer.json().deepCopy();
        return body.remove(List.of("instance", "traceId"));
    }
}
