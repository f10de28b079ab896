package se.ryggrad.conformance.checks.webhooks;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.fixture.webhooks.Subscription;
import se.ryggrad.conformance.fixture.webhooks.Webhooks;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.SystemClient;
import se.ryggrad.conformance.receiver.Receiver;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.JsonNode;

/** Checks that subscriptions, where there are any, are read and made as other things are. */
@ConformanceCheck
class SubscriptionListCheck {

    private static final int MADE = 3;

    @Requirement({"CORE-022", "CORE-024"})
    @Test
    void core022_pagesTheSubscriptions(Http http, Webhooks webhooks, Target target) {
        if (Webhooks.offeredBy(target)) {
            SystemClient client = withSome(webhooks);
            Answer all = list(http, client).send().expect(200);
            all.at("/limit").is(20);
            List<String> ids = Pages.ids(all.at("/items").hasSize(MADE).items());
            Answer first = list(http, client).query("limit", 2).send().expect(200);
            first.at("/limit").is(2);
            first.at("/page").is(1);
            first.at("/items").hasSize(2);
            String link = first.expectHeader("Link");
            Matcher matcher =
                    Pattern.compile("<(https?://[^>]+)>\\s*;\\s*rel=\"?next\"?").matcher(link);
            if (!matcher.find()) {
                first.fail("a Link with an absolute address and rel=\"next\"", link, null);
            }
            Answer second = http.get(matcher.group(1)).as(client).send().expect(200);
            second.at("/page").is(2);
            second.at("/items").hasSize(1).at("/0/id").is(ids.get(2));
            second.expectNoHeader("Link");
        }
    }

    @Requirement({"CORE-023", "CORE-027"})
    @Test
    void core023_boundsTheListOfSubscriptions(Http http, Webhooks webhooks, Target target) {
        if (Webhooks.offeredBy(target)) {
            SystemClient client = webhooks.newcomer();
            list(http, client).query("limit", 100).send().expect(200);
            for (String limit : List.of("0", "101", "x")) {
                expectMalformed(list(http, client).query("limit", limit), "limit");
            }
            expectMalformed(list(http, client).query("page", 0), "page");
            expectUnknown(list(http, client));
        }
    }

    @Requirement({"CORE-025", "CORE-026"})
    @Test
    void core026_countsTheSubscriptions(Http http, Webhooks webhooks, Target target) {
        if (Webhooks.offeredBy(target)) {
            SystemClient client = withSome(webhooks);
            list(http, client).send().expect(200).at("/total").isMissing();
            Answer counted = list(http, client)
                    .query("count", "true")
                    .query("limit", 1)
                    .send()
                    .expect(200);
            counted.at("/total").is(MADE);
            counted.at("/items").hasSize(1);
            Answer beyond = list(http, client).query("page", 9).send().expect(200);
            beyond.at("/items").hasSize(0);
            beyond.at("/page").is(9);
        }
    }

    @Requirement("CORE-027")
    @Test
    void core027_refusesUnknownParametersAroundSubscriptions(Http http, Webhooks webhooks, Target target) {
        if (Webhooks.offeredBy(target)) {
            Receiver receiver = webhooks.receiver();
            Subscription made = webhooks.subscribed(receiver, Webhooks.MESSAGE);
            SystemClient client = webhooks.system();
            made.read().expect(200);
            expectUnknown(http.get(made.path()).as(client));
            expectUnknown(http.call("DELETE", made.path()).as(client));
            expectUnknown(http.post(made.path() + "/actions").as(client).json(Json.object("action", "resume")));
            expectUnknown(webhooks.subscribing(client, Webhooks.wish(receiver)));
            made.read().expect(200);
        }
    }

    @Requirement("CORE-028")
    @Test
    void core028_asksForAKeyToSubscribe(Http http, Webhooks webhooks, Target target) {
        if (Webhooks.offeredBy(target)) {
            SystemClient client = webhooks.newcomer();
            JsonNode wish = Webhooks.wish(webhooks.receiver(), Webhooks.MESSAGE);
            webhooks.send(client, http.post(Webhooks.PATH).as(client).json(wish))
                    .expectProblem(400, "malformed");
            webhooks.send(client, webhooks.subscribing(client, wish)).expect(201);
        }
    }

    @Requirement({"CORE-029", "CORE-030"})
    @Test
    void core029_subscribesOnceByAKey(Http http, Webhooks webhooks, Target target) {
        if (Webhooks.offeredBy(target)) {
            SystemClient client = webhooks.newcomer();
            Receiver receiver = webhooks.receiver();
            String key = UUID.randomUUID().toString();
            JsonNode wish = Webhooks.wish(receiver, Webhooks.MESSAGE);
            Answer first = keyed(http, webhooks, client, key, wish).expect(201);
            Answer again = keyed(http, webhooks, client, key, wish).expect(201);
            if (!again.body().equals(first.body())) {
                again.fail("the first answer's body, octet for octet", "another body", "");
            }
            keyed(http, webhooks, client, key, Webhooks.wish(receiver))
                    .expectProblem(422, "idempotency-conflict")
                    .at("/firstResource")
                    .is(first.at("/id").node());
            list(http, client).send().expect(200).at("/items").hasSize(1);
        }
    }

    private static Answer keyed(Http http, Webhooks webhooks, SystemClient client, String key, JsonNode wish) {
        return webhooks.send(
                client, http.post(Webhooks.PATH).as(client).key(key).json(wish));
    }

    private static SystemClient withSome(Webhooks webhooks) {
        SystemClient client = webhooks.newcomer();
        Receiver receiver = webhooks.receiver();
        for (int i = 0; i < MADE; i++) {
            webhooks.subscribed(client, receiver, Webhooks.wish(receiver, Webhooks.MESSAGE));
        }
        return client;
    }

    private static Call list(Http http, SystemClient client) {
        return http.get(Webhooks.PATH).as(client);
    }

    private static void expectMalformed(Call call, String parameter) {
        call.send().expectProblem(400, "malformed").at("/errors/0/parameter").is(parameter);
    }

    private static void expectUnknown(Call call) {
        Answer answer = call.query("colour", "red").send().expectProblem(400, "malformed");
        answer.at("/errors/0/code").is("unknown-parameter");
    }
}
