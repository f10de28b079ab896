package se.ryggrad.conformance.checks.core;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.fixture.webhooks.Webhooks;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.registry.Requirements;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.JsonNode;

/** Checks what a system tells of itself to anybody. */
@ConformanceCheck
class DiscoveryCheck {

    @Requirement("CORE-047")
    @Test
    void core047_describesTheApi(Http http) {
        Answer answer = http.get("/api-info").send().expect(200);
        for (String member : List.of("apiName", "apiVersion", "apiReleased", "apiDocumentation", "apiStatus")) {
            answer.at("/" + member).matches("(?s).+");
        }
    }

    @Requirement("CORE-048")
    @Test
    void core048_statesItsCapabilities(Http http, Target target) {
        Answer answer = http.get("/capabilities").send().expect(200);
        Schemas.expect(answer, "capabilities");
        answer.at("/standard").is(Requirements.load().standard());
        answer.at("/baseUrl").is(target.base().toString());
        answer.at("/roles").satisfies("at least one role", roles -> roles.size() > 0);
    }

    @Requirement("CORE-049")
    @Test
    void core049_saysYesOrNoToEachOption(Http http) {
        Answer answer = http.get("/capabilities").send().expect(200);
        List<String> ids = answer.at("/options").items().stream()
                .map(option -> option.at("/id").text())
                .toList();
        for (String option : List.of("catalogue-import", "webhooks", "overview-index", "mina-arenden")) {
            if (Collections.frequency(ids, option) != 1) {
                answer.at("/options").fail("the option " + option + " once");
            }
        }
        for (Part option : answer.at("/options").items()) {
            option.at("/offered").satisfies("true or false", JsonNode::isBoolean);
        }
    }

    @Requirement("CORE-050")
    @Test
    void core050_lacksWhatItDoesNotOffer(Http http, People people, Target target) {
        http.get("/me").as(people.person()).send().expect(200);
        Map<String, Call> operations = Map.of(
                "catalogue-import", http.put("/services/conformance-plain").as(people.serviceAdmin()),
                "webhooks", http.post("/subscriptions").as(people.system("events:read")),
                "overview-index", http.put(PushingSource.pathOf("source")).as(people.system(OverviewIndex.SCOPE)),
                "mina-arenden", http.post("/kundhandelseFragaSynkron").as(people.system("mina-arenden")));
        operations.forEach((option, call) -> {
            if (target.offers(option).filter(offered -> !offered).isPresent()) {
                call.key().json(Json.object()).send().expect(404, 405);
            }
        });
    }

    @Requirement("CORE-051")
    @Test
    void core051_tellsClientsWhereToLogIn(Http http, Target target) {
        Answer answer = http.get("/.well-known/oauth-protected-resource").send().expect(200);
        answer.at("/resource").is(target.base().toString());
        Set<String> told = answer.at("/authorization_servers").items().stream()
                .map(Part::text)
                .collect(Collectors.toSet());
        if (!told.equals(Set.copyOf(target.issuers()))) {
            answer.at("/authorization_servers").fail("the issuers that /capabilities lists: " + target.issuers());
        }
    }

    @Requirement("CORE-052")
    @Test
    void core052_servesTheContract(Http http) {
        Answer answer = http.get("/openapi").send().expect(200);
        String text = answer.body().text();
        boolean version = Pattern.compile("(?m)^\\s*\"?openapi\"?\\s*:\\s*[\"']?3\\.1")
                .matcher(text)
                .find();
        if (!version) {
            answer.fail("a document of OpenAPI 3.1", "another", null);
        }
        for (String path : List.of("/capabilities", "/cases/{caseId}/actions", "/follow-up", "/events")) {
            if (!text.contains(path)) {
                answer.fail("a document with the path " + path, "one without", null);
            }
        }
    }

    @Requirement("CORE-053")
    @Test
    void core053_opensNothingToBrowsersOfOtherSites(Http http, People people) {
        Person person = people.person();
        Answer good = http.get("/me")
                .as(person)
                .header("Origin", "https://example.org")
                .send()
                .expect(200);
        Answer options = http.call("OPTIONS", "/cases")
                .header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "POST")
                .send();
        for (Answer answer : List.of(good, options)) {
            answer.exchange().response().headers().forEach(header -> {
                if (header.name().toLowerCase(Locale.ROOT).startsWith("access-control-")) {
                    answer.fail("no header that begins with Access-Control-", header.name(), null);
                }
            });
        }
        for (String name : List.of("access_token", "Authorization", "token", "__Host-session")) {
            http.get("/me")
                    .header("Cookie", name + "=" + person.bearer())
                    .send()
                    .expect(401);
        }
    }

    @Requirement("CORE-080")
    @Test
    void core080_saysWhatAPathAllows(Http http, Target target) {
        Map<String, String> paths = new HashMap<>(Map.of(
                "/me",
                "GET",
                "/cases",
                "POST",
                "/documents",
                "POST",
                "/events",
                "GET",
                "/services",
                "GET",
                "/overview-items",
                "GET",
                "/me/representations/searches",
                "POST",
                "/cases/" + UUID.randomUUID() + "/actions",
                "POST"));
        if (target.plays(Messages.ROLE)) {
            paths.putAll(Map.of("/messages", "POST", "/messages/batches", "POST", "/delivery-receipts", "POST"));
            paths.putAll(Map.of("/inbox", "GET", "/me/contact", "PUT", "/messages/" + UUID.randomUUID(), "GET"));
            paths.put("/inbox/" + UUID.randomUUID() + "/actions", "POST");
        }
        if (Webhooks.offeredBy(target)) {
            String subscription = Webhooks.PATH + "/" + UUID.randomUUID();
            paths.putAll(Map.of(Webhooks.PATH, "POST", subscription, "DELETE", subscription + "/actions", "POST"));
        }
        if (OverviewIndex.offeredBy(target)) {
            String source = PushingSource.pathOf("boden-arenden");
            paths.putAll(Map.of(source, "GET", source + "/" + PushingSource.newItem(), "PUT"));
        }
        paths.forEach((path, method) -> {
            Answer answer = http.call("OPTIONS", path).send();
            if (answer.status() / 100 != 2) {
                answer.fail("2xx for OPTIONS without an access token", "status " + answer.status(), null);
            }
            answer.expectHeader("Allow", "(.*,)?\\s*" + method + "\\s*(,.*)?");
            if (answer.body().size() > 0) {
                answer.fail("no content", answer.body().toString(), null);
            }
        });
    }
}
