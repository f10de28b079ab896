package se.ryggrad.conformance.checks.webhooks;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.fixture.Feed;
import se.ryggrad.conformance.fixture.webhooks.Webhooks;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.receiver.Receiver;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.node.ObjectNode;

/** Checks which wishes to subscribe are refused for what they say. */
@ConformanceCheck
class RefusedSubscriptionCheck {

    private static final int LONGEST = 500;
    private static final String OTHER = "se.ryggrad.case.decided.v1";

    @Requirement("EVT-011")
    @Test
    void evt011_takesAnAddressOfTheRightFormAlone(Webhooks webhooks) {
        Receiver receiver = webhooks.receiver();
        webhooks.send(Webhooks.wish(receiver, OTHER)).expect(201);
        for (String url : List.of(
                "ftp://diarium.example.se/handelser",
                "https://diarium.example.se/handelser#f",
                "https://diarium.example.se/#",
                "https://diarium@diarium.example.se/handelser",
                "https://diarium:hemligt@diarium.example.se/handelser",
                receiver.url() + "#f",
                receiver.url().replace("://", "://diarium@"),
                "//diarium.example.se/handelser",
                "/handelser",
                "diarium.example.se",
                "https:///handelser",
                "https://",
                "https://diarium.example.se/två ord",
                "")) {
            webhooks.expectFaults(Json.object("url", url), "/url format");
        }
        webhooks.expectFaults(Json.object("url", 7), "/url type");
        webhooks.expectFaults(Json.object("types", Json.array(OTHER)), "/url required");
    }

    @Requirement("EVT-011")
    @Test
    void evt011_takesUnprotectedAddressesOfListedOriginsAlone(Webhooks webhooks) {
        Receiver receiver = webhooks.receiver();
        webhooks.send(Webhooks.wish(receiver, OTHER)).expect(201);
        for (String url : List.of(
                "http://diarium.example.se/handelser",
                "http://127.0.0.1:9/handelser",
                "http://localhost:9/handelser",
                "HTTP://diarium.example.se/handelser")) {
            webhooks.expectFaults(Json.object("url", url), "/url format");
        }
    }

    @Requirement("EVT-011")
    @Test
    void evt011_boundsTheAddress(Webhooks webhooks) {
        String url = webhooks.receiver().url() + "/";
        String longest = url + "a".repeat(LONGEST - url.length());
        webhooks.send(Json.object("url", longest)).expect(201).at("/url").is(longest);
        webhooks.expectFaults(Json.object("url", longest + "a"), "/url max-length");
    }

    @Requirement("EVT-013")
    @Test
    void evt013_takesTypesOfEventsAlone(Webhooks webhooks) {
        Receiver receiver = webhooks.receiver();
        webhooks.send(Webhooks.wish(receiver, Webhooks.MESSAGE, OTHER)).expect(201);
        for (String unknown : List.of(
                "se.ryggrad.case.exploded.v1",
                "se.ryggrad.case.decided.v2",
                "decided",
                "se.ryggrad.case.*",
                "se.ryggrad.subscription.challenge.v1",
                OTHER + " ",
                "")) {
            webhooks.expectFaults(Webhooks.wish(receiver, OTHER, unknown), "/types/1 unknown-value");
        }
        webhooks.expectFaults(Webhooks.wish(receiver, OTHER, Webhooks.MESSAGE, OTHER), "/types unique-items");
        ObjectNode wish = Webhooks.wish(receiver);
        webhooks.expectFaults(wish.deepCopy().set("types", Json.array()), "/types min-items");
        webhooks.expectFaults(wish.deepCopy().set("types", Json.array(OTHER, 7)), "/types/1 type");
        webhooks.expectFaults(wish.deepCopy().put("types", OTHER), "/types type");
    }

    @Requirement("EVT-014")
    @Test
    void evt014_takesAPositionOfTheFeedAlone(Http http, Webhooks webhooks, Nonces nonces, Target target) {
        Receiver receiver = webhooks.receiver();
        String good = new Feed(http, webhooks.system(), target).toEnd().position();
        webhooks.send(Webhooks.wish(receiver, OTHER).put("after", good)).expect(201);
        for (String bad :
                List.of(nonces.word(), "-1", "%", good + "x", UUID.randomUUID().toString())) {
            webhooks.expectFaults(Webhooks.wish(receiver, OTHER).put("after", bad), "/after unknown-value");
        }
        webhooks.expectFaults(Webhooks.wish(receiver, OTHER).put("after", 7), "/after type");
    }

    @Requirement("CORE-004")
    @Test
    void core004_tellsAllThatIsWrongWithASubscription(Webhooks webhooks, Target target) {
        if (Webhooks.offeredBy(target)) {
            ObjectNode wish = Json.object("url", 7, "types", OTHER, "after", Json.array());
            webhooks.expectFaults(wish, "/after type", "/types type", "/url type");
        }
    }
}
