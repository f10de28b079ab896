package se.ryggrad.conformance.checks.cases;

import java.util.List;
import java.util.Locale;
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
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.wire.Octets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks services that ask for no login, and the code by which a case is followed. */
@ConformanceCheck
class AnonymousCheck {

    private static final String BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @Requirement("CASE-036")
    @Test
    void case036_takesDocumentAndCaseWithoutToken(Http http, Uploads uploads) {
        Octets picture = Octets.of("PNG?");
        String document = uploads.sending("image/png", picture)
                .send()
                .expect(201)
                .at("/id")
                .text();
        JsonNode body = Bodies.newCase(Services.ANONYMOUS, "Trasig lampa")
                .set("documents", Json.array(Uploads.entry(document, "photo", "lampa.png")));
        Answer created = http.post("/cases").key().json(body).send().expect(201);
        Schemas.expect(created, "case-view");
        created.at("/documents/0/sha256").is(picture.sha256());
        created.at("/status").is("registered");
    }

    @Requirement("CASE-036")
    @Test
    void case036_otherServicesAskForAToken(Http http) {
        for (Services service : List.of(Services.PLAIN, Services.HIGH, Services.B)) {
            http.post("/cases")
                    .key()
                    .json(Bodies.newCase(service, "Ämne"))
                    .send()
                    .expectProblem(401, "not-authenticated");
        }
    }

    @Requirement("CASE-006")
    @Test
    void case006_anUnknownVersionIsToldWithoutAToken(Http http) {
        ObjectNode body = Bodies.newCase(Services.ANONYMOUS, "Trasig lampa");
        ((ObjectNode) body.path("service")).put("version", "99.0.0");
        http.post("/cases")
                .key()
                .json(body)
                .send()
                .hint("The service takes cases without a token: it is the version that is wrong.")
                .expectProblem(422, "validation")
                .expectErrors("/service/version unknown-value");
    }

    @Requirement("CASE-037")
    @Test
    void case037_theCodeIsGivenOnceAndInItsReplays(Http http, People people) {
        String key = UUID.randomUUID().toString();
        JsonNode body = Bodies.newCase(Services.ANONYMOUS, "Trasig lampa");
        Answer created = http.post("/cases").key(key).json(body).send().expect(201);
        String code = created.at("/followUpCode").matches("[A-Za-z0-9_-]{22}").text();
        http.post("/cases")
                .key(key)
                .json(body)
                .send()
                .expect(201)
                .at("/followUpCode")
                .is(code);
        Officer officer = people.officer();
        String path = "/cases/" + created.at("/id").text();
        List<Answer> others = List.of(
                http.get(path).as(officer).send().expect(200),
                http.get(path + "/events").as(officer).send().expect(200),
                http.get(path + "/export").as(officer).send().expect(200),
                followUp(http, Json.object("followUpCode", code)).expect(200),
                http.get(path).as(people.system("cases:read")).send().expect(200));
        for (Answer other : others) {
            boolean leaks = other.body().text().contains(code)
                    || other.exchange().response().headers().stream()
                            .anyMatch(h -> h.value().contains(code));
            if (leaks) {
                other.fail("no follow-up code after the 201 answer", "the code", null);
            }
        }
        Answer another = http.post("/cases").key().json(body).send().expect(201);
        another.at("/followUpCode").isNot(code);
    }

    @Requirement("CASE-038")
    @Test
    void case038_theCodeOpensStatusAndMessages(Http http, Cases cases, People people, Nonces nonces) {
        LiveCase live = cases.anonymous();
        JsonNode call =
                Json.object("followUpCode", live.created().at("/followUpCode").text());
        Answer first = followUp(http, call).expect(200);
        Schemas.expect(first, "follow-up");
        first.at("/status").is("registered");
        first.at("/messages").hasSize(0);
        String text = "Vi lagar den " + nonces.word();
        Officer officer = people.officer();
        live.perform(officer, Bodies.action("assign"));
        live.perform(officer, Bodies.message(text));
        Answer second = followUp(http, call).expect(200);
        Schemas.expect(second, "follow-up");
        second.at("/status").is("in-progress");
        second.at("/messages").hasSize(1).at("/0/text").is(text);
        second.at("/registryNumber").is(live.created().at("/registryNumber").node());
    }

    @Requirement("CASE-038")
    @Test
    void case038_anUnknownCodeOpensNothing(Http http, Cases cases) {
        String code = cases.anonymous().created().at("/followUpCode").text();
        String other = (code.charAt(0) == 'A' ? "B" : "A") + code.substring(1);
        for (String wrong :
                List.of(other, "AAAAAAAAAAAAAAAAAAAAAA", swapped(code), spared(code), code + "x", code + " ")) {
            followUp(http, Json.object("followUpCode", wrong)).expectProblem(404, "not-found");
        }
        followUp(http, Json.object("followUpCode", code)).expect(200);
    }

    /** Returns a code whose last letter differs in a bit that the 128 of the code do not reach. */
    private static String spared(String code) {
        int last = BASE64URL.indexOf(code.charAt(code.length() - 1));
        return code.substring(0, code.length() - 1) + BASE64URL.charAt(last ^ 1);
    }

    @Requirement("CASE-039")
    @Test
    void case039_theCodeActs(Http http, Cases cases, People people, Nonces nonces) {
        LiveCase live = cases.anonymous();
        ObjectNode call =
                Json.object("followUpCode", live.created().at("/followUpCode").text());
        String word = nonces.word();
        String key = UUID.randomUUID().toString();
        JsonNode message = call.deepCopy().put("action", "message").put("text", "Hej " + word);
        Answer acted = http.post("/follow-up").key(key).json(message).send().expect(200);
        Schemas.expect(acted, "follow-up");
        acted.at("/messages").hasSize(1).at("/0/text").is("Hej " + word);
        http.post("/follow-up")
                .key(key)
                .json(message)
                .send()
                .expect(200)
                .at("/messages")
                .hasSize(1);
        JsonNode supplement = call.deepCopy().put("action", "supplement").put("text", "Mer " + word);
        http.post("/follow-up").key().json(supplement).send().expect(200);
        Timeline timeline = Timeline.of(live, people.officer()).expectSound();
        timeline.expectTypes("submitted", "registered", "message-added", "supplemented");
        timeline.last("supplemented").at("/content/actor/kind").is("anonymous");
        http.post("/follow-up").json(message).send().expectProblem(400, "malformed");
    }

    @Requirement("CASE-039")
    @Test
    void case039_theCodeAnswersARequest(Http http, Cases cases, People people) {
        LiveCase live = cases.anonymous();
        Officer officer = people.officer();
        live.perform(officer, Bodies.action("assign"));
        live.perform(officer, Bodies.request(live.text(officer, "/parties/0/id")));
        ObjectNode call =
                Json.object("followUpCode", live.created().at("/followUpCode").text());
        Answer asked = followUp(http, call).expect(200);
        asked.at("/allowedActions").contains("answer-request");
        call.put("action", "answer-request").put("text", "Vid grinden.");
        call.put("request", asked.at("/waitingFor/0/request").text());
        http.post("/follow-up")
                .key()
                .json(call)
                .send()
                .expect(200)
                .at("/waitingFor")
                .hasSize(0);
        live.read(officer).expect(200).at("/requests/0/state").is("answered");
    }

    @Requirement("CASE-039")
    @Test
    void case039_theCodeDoesNothingElse(Http http, Cases cases, People people) {
        LiveCase live = cases.anonymous();
        String code = live.created().at("/followUpCode").text();
        for (String action : List.of("withdraw", "assign", "complete", "memo", "dance")) {
            JsonNode call = Json.object("followUpCode", code, "action", action, "text", "x");
            Answer answer = http.post("/follow-up").key().json(call).send().expectProblem(422, "validation");
            answer.at("/errors/0/pointer").is("/action");
        }
        live.read(people.officer()).expect(200).at("/version").is(2);
    }

    @Requirement("CASE-040")
    @Test
    void case040_theKeyIsRandomWithoutToken(Http http, Cases cases, People people) {
        String timed = "2c5ea4c0-4067-11e9-8bad-9b1deb4d3b7d";
        JsonNode body = Bodies.newCase(Services.ANONYMOUS, "Lampa");
        http.post("/cases").key(timed).json(body).send().expectProblem(400, "malformed");
        http.post("/cases").key().json(body).send().expect(201);
        http.post("/cases")
                .as(people.person())
                .key(timed)
                .json(body)
                .send()
                .hint("With a token any UUID will do.")
                .expect(201);
    }

    private static Answer followUp(Http http, JsonNode call) {
        return http.post("/follow-up").json(call).send();
    }

    private static String swapped(String code) {
        String lower = code.toLowerCase(Locale.ROOT);
        return lower.equals(code) ? code.toUpperCase(Locale.ROOT) : lower;
    }

    @Requirement("CASE-040")
    @Test
    void case040_theKeyIsRandomWhereverThereIsNoToken(Http http, Cases cases, Uploads uploads) {
        String timed = "2c5ea4c0-4067-11e9-8bad-9b1deb4d3b7d";
        Octets content = Octets.of("x");
        uploads.sending("text/plain", content, timed).send().expectProblem(400, "malformed");
        uploads.sending("text/plain", content).send().expect(201);
        JsonNode message = Json.object(
                "followUpCode",
                cases.anonymous().created().at("/followUpCode").text(),
                "action",
                "message",
                "text",
                "Hej.");
        http.post("/follow-up").key(timed).json(message).send().expectProblem(400, "malformed");
        http.post("/follow-up").key().json(message).send().expect(200);
    }
}
