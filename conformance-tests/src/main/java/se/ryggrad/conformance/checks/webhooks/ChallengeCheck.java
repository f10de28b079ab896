package se.ryggrad.conformance.checks.webhooks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Gate;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.webhooks.Subscription;
import se.ryggrad.conformance.fixture.webhooks.Webhooks;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.SystemClient;
import se.ryggrad.conformance.receiver.Arrived;
import se.ryggrad.conformance.receiver.Manner;
import se.ryggrad.conformance.receiver.Receiver;
import tools.jackson.databind.JsonNode;

/** Checks that a receiver is challenged before it is sent anything. */
@ConformanceCheck
class ChallengeCheck {

    private static final Duration HELD = Duration.ofSeconds(8);
    private static final int TRIES = 3;

    /** So much later than to one receiver may the same be sent to another. */
    private static final Duration SLACK = Duration.ofMillis(500);

    @Requirement("EVT-015")
    @Test
    void evt015_challengesBeforeItSendsAnything(Cases cases, Webhooks webhooks) {
        Subscription control = webhooks.active(webhooks.receiver());
        Receiver receiver = webhooks.receiver();
        Gate gate = receiver.gate(HELD);
        receiver.challenged(asked -> Manner.echoing().to(asked).behind(gate));
        Subscription made = webhooks.subscribed(receiver, Webhooks.MESSAGE);
        Arrived challenge = made.expectChallenges(1, Duration.ZERO).get(0);
        List<String> faults = Schemas.faults(challenge.json(), "webhook-challenge");
        Talk.expect(faults.isEmpty(), "a challenge after its schema", String.join("; ", faults));
        Talk talk = Talk.in(cases).write().write().write();
        control.expectEvents(talk.id(), 3);
        Answer seen = made.read().expect(200);
        int calls = receiver.arrived().size();
        if (!gate.passed()) {
            seen.at("/state").is("pending");
            Talk.expect(calls == 1, "the challenge alone", calls + " calls");
        }
        gate.open();
        made.expectState("active");
        made.expectEvents(talk.id(), 3);
    }

    @Requirement("EVT-015")
    @Test
    void evt015_takesTheRightAnswerAlone(Webhooks webhooks) {
        Duration retry = webhooks.terms().retry();
        SystemClient client = webhooks.newcomer();
        List<Subscription> all = new ArrayList<>();
        for (Manner wrong : wrongs()) {
            Receiver receiver = webhooks.receiver().challenged(Manner.inTurn(wrong, Manner.echoing()));
            all.add(webhooks.subscribed(client, receiver, Webhooks.wish(receiver, Webhooks.MESSAGE)));
        }
        for (Subscription made : all) {
            made.expectState("active", retry);
            List<Arrived> challenges = made.receiver().challenges();
            Talk.expect(challenges.size() == 2, "active after the right answer, the second", challenges.toString());
            expectNew(challenges);
        }
    }

    private static List<Manner> wrongs() {
        String other = Json.write(Json.object("challenge", "pX0Zq3h6b0G8Uu0V3c7nQmY1k5s9d2fA"));
        return List.of(
                Manner.always(Reply.of(200, other)),
                Manner.always(Reply.of(200, "{}")),
                Manner.always(Reply.of(200, "{\"challenge\":")),
                Manner.always(Reply.of(204, "")),
                Manner.echoing(201),
                Manner.echoing(500),
                asked -> Reply.of(200, Json.write(longer(asked))),
                asked -> Reply.of(200, asked.text("challenge")),
                asked -> Reply.of(200, Json.write(Json.object("answer", asked.text("challenge")))),
                asked -> Reply.of(200, Json.write(Json.object("challenge", asked.text("challenge") + "x"))));
    }

    /** Answers a challenge rightly, and says more than the 4096 octets that an answer may have. */
    private static JsonNode longer(Arrived asked) {
        return Json.object("challenge", asked.text("challenge"), "more", "x".repeat(5000));
    }

    private static void expectNew(List<Arrived> challenges) {
        List<String> texts = challenges.stream().map(c -> c.text("challenge")).toList();
        Talk.expect(texts.stream().distinct().count() == texts.size(), "a new challenge each time", "an old one");
        boolean whole = texts.stream().allMatch(t -> t.length() >= 32);
        Talk.expect(whole, "challenges of at least 32 characters", texts.toString());
    }

    @Requirement("EVT-016")
    @Test
    void evt016_givesUpAfterThreeChallenges(Cases cases, Webhooks webhooks) {
        Duration retry = webhooks.terms().retry();
        Subscription control = webhooks.active(webhooks.receiver());
        List<Subscription> all = new ArrayList<>();
        for (Manner wrong : List.of(
                Manner.always(Reply.none()), Manner.always(Reply.of(500)), Manner.always(Reply.of(200, "{}")))) {
            Receiver receiver = webhooks.receiver().challenged(wrong);
            all.add(webhooks.subscribed(receiver, Webhooks.MESSAGE));
        }
        all.forEach(made -> made.expectState("refused", webhooks.terms().all(TRIES)));
        Talk talk = Talk.in(cases).write();
        control.expectEvents(talk.id(), 1);
        all.get(0).receiver().await(calls -> calls.stream().anyMatch(call -> call.isOf(talk.id())), SLACK);
        for (Subscription made : all) {
            List<Arrived> challenges = made.receiver().challenges();
            Talk.expect(challenges.size() == TRIES, TRIES + " challenges", challenges.size() + " challenges");
            Talk.expectApart(challenges.get(0), challenges.get(1), retry);
            Talk.expectApart(challenges.get(1), challenges.get(2), retry.multipliedBy(2));
            talk.expectUntoldTo(made.receiver());
        }
    }
}
