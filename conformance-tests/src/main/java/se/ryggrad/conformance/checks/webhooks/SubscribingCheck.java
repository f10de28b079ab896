package se.ryggrad.conformance.checks.webhooks;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.webhooks.Subscription;
import se.ryggrad.conformance.fixture.webhooks.Webhooks;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.TestActor;
import se.ryggrad.conformance.receiver.Manner;
import se.ryggrad.conformance.receiver.Receiver;
import se.ryggrad.conformance.receiver.Signature;
import se.ryggrad.conformance.wire.Octets;
import tools.jackson.databind.node.ObjectNode;

/** Checks who subscribes, and what is told of a subscription. */
@ConformanceCheck
class SubscribingCheck {

    private static final int LEAST = 24;

    @Requirement("EVT-009")
    @Test
    void evt009_makesASubscription(Http http, Webhooks webhooks) {
        Receiver receiver = webhooks.receiver();
        for (ObjectNode wish : List.of(Webhooks.wish(receiver, Webhooks.MESSAGE), Webhooks.wish(receiver))) {
            Answer made = webhooks.send(wish).expect(201);
            URI location = URI.create(http.base() + Webhooks.PATH).resolve(made.expectHeader("Location"));
            Answer seen =
                    http.get(location.toString()).as(webhooks.system()).send().expect(200);
            made.at("/url").is(receiver.url());
            made.at("/state").is("pending");
            for (String member : List.of("/id", "/url", "/types", "/createdAt")) {
                seen.at(member).is(made.at(member).node());
            }
        }
    }

    @Requirement("EVT-010")
    @Test
    void evt010_namesTheTypesThatWereGiven(Webhooks webhooks) {
        Receiver receiver = webhooks.receiver();
        Answer some = webhooks.subscribed(receiver, Webhooks.MESSAGE).read().expect(200);
        some.at("/types").is(Json.array(Webhooks.MESSAGE));
        webhooks.subscribed(receiver).read().expect(200).at("/types").isMissing();
    }

    @Requirement("EVT-009")
    @Test
    void evt009_isForSystemsWithTheScope(Http http, People people, Webhooks webhooks) {
        Receiver receiver = webhooks.receiver();
        Subscription made = webhooks.subscribed(receiver, Webhooks.MESSAGE);
        for (TestActor other : List.of(
                people.person(),
                people.officer(),
                people.registrar(),
                people.system("cases:read", "cases:open", "messages:send"),
                people.system("events:reader"))) {
            webhooks.send(other, webhooks.subscribing(other, Webhooks.wish(receiver)))
                    .expectProblem(403, "forbidden");
            for (String path : List.of(Webhooks.PATH, made.path())) {
                http.get(path).as(other).send().expectProblem(403, "forbidden");
            }
            made.act(other, "resume").expectProblem(403, "forbidden");
            made.delete(other).expectProblem(403, "forbidden");
        }
        http.get(Webhooks.PATH).send().expect(401);
        made.read().expect(200);
    }

    @Requirement("EVT-010")
    @Test
    void evt010_tellsTheSecretOnce(Http http, Webhooks webhooks) {
        Receiver receiver = webhooks.receiver().challenged(Manner.always(Reply.of(500)));
        ObjectNode wish = Webhooks.wish(receiver, Webhooks.MESSAGE);
        String body = Json.write(wish.put("note", "Okända medlemmar syns inte."));
        String key = UUID.randomUUID().toString();
        Answer first = send(webhooks, http, key, body);
        Schemas.expect(first, "new-subscription");
        Answer replay = send(webhooks, http, key, body);
        replay.at("/secret").is(first.at("/secret").node());
        Subscription made = new Subscription(http, webhooks.system(), receiver, first);
        Schemas.expect(made.read().expect(200), "subscription");
        http.get(Webhooks.PATH)
                .as(webhooks.system())
                .query("limit", 100)
                .send()
                .expect(200)
                .at("/items")
                .items()
                .forEach(item -> Schemas.expect(item, "subscription"));
        made.expectState("refused", webhooks.terms().all(3));
        Schemas.expect(made.act("resume").expect(200), "subscription");
    }

    private static Answer send(Webhooks webhooks, Http http, String key, String body) {
        return webhooks.send(
                        webhooks.system(),
                        http.post(Webhooks.PATH).as(webhooks.system()).key(key).json(body))
                .expect(201);
    }

    @Requirement("EVT-010")
    @Test
    void evt010_tellsSinceWhenADeliveryWaits(Cases cases, Webhooks webhooks) {
        webhooks.terms().retry();
        Receiver receiver = webhooks.receiver();
        Subscription made = webhooks.active(receiver);
        made.read().expect(200).at("/waitingSince").isMissing();
        receiver.given(Manner.always(Reply.of(500)));
        Talk talk = Talk.in(cases).write();
        // By the second call all that was under way before the first has been answered.
        made.expectEvents(talk.id(), 2, webhooks.terms().all(2));
        Answer waiting = made.expect("waitingSince", webhooks.terms().retry(), s -> s.has("waitingSince"));
        Schemas.expect(waiting, "subscription");
        Instant since = Instant.parse(waiting.at("/waitingSince").text());
        if (since.isBefore(Instant.parse(waiting.at("/createdAt").text()))) {
            waiting.at("/waitingSince").fail("a time not before createdAt");
        }
        // By the fourth call the third has failed, later than whatever was seen.
        made.expectEvents(talk.id(), 4, webhooks.terms().all(4));
        made.read()
                .expect(200)
                .at("/waitingSince")
                .is(waiting.at("/waitingSince").node());
        receiver.given(Manner.taking());
        made.expect("no waitingSince", webhooks.terms().all(5), s -> !s.has("waitingSince"));
    }

    @Requirement("EVT-021")
    @Test
    void evt021_makesASecretForEachSubscription(Webhooks webhooks) {
        Set<Octets> known = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            Receiver receiver = webhooks.receiver();
            Subscription made = webhooks.subscribed(receiver, Webhooks.MESSAGE);
            Octets key = Signature.key(made.secret()).orElse(Octets.none());
            if (key.size() < LEAST) {
                made.made().at("/secret").fail("whsec_ and base64 of at least " + LEAST + " octets");
            }
            if (!known.add(key)) {
                made.made().at("/secret").fail("a secret that no other subscription has");
            }
        }
    }
}
