package se.ryggrad.conformance.checks.webhooks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.fixture.webhooks.Subscription;
import se.ryggrad.conformance.fixture.webhooks.Webhooks;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.NotObserved;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.people.SystemClient;
import se.ryggrad.conformance.receiver.Receiver;
import tools.jackson.databind.JsonNode;

/** Checks that a client sees its own subscriptions and nobody else's, and how many it may have. */
@ConformanceCheck
class OwnSubscriptionsCheck {

    /** More are not made to see the bound. */
    private static final int MOST = 200;

    private static final Comparator<Part> LATEST_FIRST = Comparator.comparing(
                    (Part item) -> item.at("/createdAt").text())
            .reversed()
            .thenComparing(item -> item.at("/id").text());

    @Requirement("EVT-018")
    @Test
    void evt018_listsTheLatestFirst(Http http, Webhooks webhooks) {
        SystemClient client = webhooks.newcomer();
        Receiver receiver = webhooks.receiver();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            made.add(webhooks.subscribed(client, receiver, Webhooks.wish(receiver, Webhooks.MESSAGE))
                    .id());
        }
        Answer answer = http.get(Webhooks.PATH).as(client).send().expect(200);
        List<Part> items = answer.at("/items").items();
        List<String> sorted = Pages.ids(items.stream().sorted(LATEST_FIRST).toList());
        if (!Pages.ids(items).equals(sorted)) {
            answer.fail(
                    "the latest createdAt first, and then by id",
                    Pages.ids(items).toString(),
                    "/items");
        }
        if (items.size() != made.size() || !Pages.ids(items).containsAll(made)) {
            answer.fail(
                    "the client's own subscriptions " + made, Pages.ids(items).toString(), "/items");
        }
        items.forEach(item -> expectEqualToOne(http, client, item));
    }

    private static void expectEqualToOne(Http http, SystemClient client, Part item) {
        String id = item.at("/id").text();
        JsonNode one =
                http.get(Webhooks.PATH + "/" + id).as(client).send().expect(200).json();
        item.at("/url").is(one.path("url"));
        item.at("/createdAt").is(one.path("createdAt"));
    }

    @Requirement("EVT-018")
    @Test
    void evt018_isAbsentForOtherClients(Http http, Webhooks webhooks) {
        Receiver receiver = webhooks.receiver();
        Subscription made = webhooks.subscribed(receiver, Webhooks.MESSAGE);
        for (SystemClient other : List.of(webhooks.otherSystem(), webhooks.newcomer())) {
            http.get(Webhooks.PATH)
                    .as(other)
                    .send()
                    .expect(200)
                    .at("/items")
                    .satisfies(
                            "no other client's",
                            items -> items.valueStream()
                                    .noneMatch(
                                            item -> item.path("id").asString("").equals(made.id())));
            http.get(made.path()).as(other).send().expectProblem(404, "not-found");
            made.act(other, "resume").expectProblem(404, "not-found");
            made.delete(other).expectProblem(404, "not-found");
        }
        made.read().expect(200);
    }

    @Requirement("EVT-021")
    @Test
    void evt021_tellsNoOtherClientASecretByAKey(Http http, Webhooks webhooks) {
        Receiver receiver = webhooks.receiver();
        String key = UUID.randomUUID().toString();
        List<JsonNode> made = new ArrayList<>();
        for (SystemClient client : List.of(webhooks.newcomer(), webhooks.newcomer())) {
            Call call = http.post(Webhooks.PATH).as(client).key(key);
            JsonNode wish = Webhooks.wish(receiver, Webhooks.MESSAGE);
            made.add(webhooks.send(client, call.json(wish)).expect(201).json());
        }
        for (String member : List.of("id", "secret")) {
            boolean own = !made.get(0).path(member).equals(made.get(1).path(member));
            Talk.expect(own, "a " + member + " of its own for each client that uses the same key", "the same");
        }
    }

    @Requirement("EVT-031")
    @Test
    void evt031_boundsHowManyAClientHas(Http http, Webhooks webhooks) {
        int most = webhooks.terms().perClient();
        if (most < 1 || most > MOST) {
            Finding finding = new Finding(
                    "webhooks.perClient from 1 to " + MOST + " for a run that can make so many",
                    String.valueOf(most),
                    null,
                    null,
                    "Set it to 100 where the suite runs.");
            throw new NotObserved(finding, Blame.CONFIGURATION);
        }
        SystemClient client = webhooks.newcomer();
        Receiver receiver = webhooks.receiver();
        List<Subscription> all = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            all.add(new Subscription(
                    http, client, receiver, send(webhooks, client, receiver).expect(201)));
        }
        send(webhooks, client, receiver).expectProblem(409, "state-conflict");
        send(webhooks, webhooks.newcomer(), receiver).expect(201);
        all.get(0).delete().expect(204);
        send(webhooks, client, receiver).expect(201);
        send(webhooks, client, receiver).expectProblem(409, "state-conflict");
    }

    private static Answer send(Webhooks webhooks, SystemClient client, Receiver receiver) {
        return webhooks.send(client, webhooks.subscribing(client, Webhooks.wish(receiver, Webhooks.MESSAGE)));
    }
}
