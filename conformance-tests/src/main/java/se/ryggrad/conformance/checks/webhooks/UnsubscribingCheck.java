package se.ryggrad.conformance.checks.webhooks;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Gate;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.webhooks.Subscription;
import se.ryggrad.conformance.fixture.webhooks.Webhooks;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.receiver.Manner;
import se.ryggrad.conformance.receiver.Receiver;

/** Checks that a subscription ends for good. */
@ConformanceCheck
class UnsubscribingCheck {

    /** A call that the system had begun before it answered may take so long to arrive. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(300);

    private static final Duration HELD = Duration.ofSeconds(8);
    private static final Duration SLACK = Duration.ofMillis(300);

    @Requirement("EVT-019")
    @Test
    void evt019_isGone(Http http, Webhooks webhooks) {
        Subscription made = webhooks.active(webhooks.receiver());
        made.read().expect(200);
        made.delete().expect(204);
        made.read().expectProblem(404, "not-found");
        made.act("resume").expectProblem(404, "not-found");
        made.delete().expectProblem(404, "not-found");
        http.get(Webhooks.PATH)
                .as(made.owner())
                .query("limit", 100)
                .send()
                .expect(200)
                .at("/items")
                .satisfies(
                        "a list without what has ended",
                        items -> items.valueStream()
                                .noneMatch(item -> item.path("id").asString("").equals(made.id())));
    }

    @Requirement("EVT-019")
    @Test
    void evt019_triesNothingAgain(Cases cases, Webhooks webhooks) {
        Receiver receiver = webhooks.receiver().given(Manner.always(Reply.of(500)));
        Subscription made = webhooks.active(receiver);
        Duration next = webhooks.terms().after(3);
        Talk talk = Talk.in(cases).write();
        made.expectEvents(talk.id(), 3, webhooks.terms().all(3));
        made.delete().expect(204);
        expectSilence(receiver, next.plus(SLACK));
    }

    @Requirement("EVT-019")
    @Test
    void evt019_sendsNothingNew(Cases cases, Webhooks webhooks) {
        Subscription control = webhooks.active(webhooks.receiver());
        Receiver receiver = webhooks.receiver();
        Subscription made = webhooks.active(receiver);
        Talk talk = Talk.in(cases).write();
        made.expectEvents(talk.id(), 1);
        made.delete().expect(204);
        Talk other = Talk.in(cases).write();
        control.expectEvents(other.id(), 1);
        expectSilence(receiver, SLACK);
        other.expectUntoldTo(receiver);
    }

    @Requirement("EVT-019")
    @Test
    void evt019_challengesNoMore(Webhooks webhooks) {
        Receiver receiver = webhooks.receiver();
        Gate gate = receiver.gate(HELD);
        receiver.challenged(Manner.always(Reply.of(500).behind(gate)));
        Subscription made = webhooks.subscribed(receiver, Webhooks.MESSAGE);
        Duration next = webhooks.terms().after(1).plus(webhooks.terms().after(2));
        made.expectChallenges(1, Duration.ZERO);
        made.delete().expect(204);
        gate.open();
        expectSilence(receiver, next.plus(SLACK));
    }

    private static void expectSilence(Receiver receiver, Duration time) {
        long ended = System.nanoTime() + ON_ITS_WAY.toNanos();
        boolean called =
                receiver.await(calls -> calls.stream().anyMatch(call -> call.at() > ended), time.plus(ON_ITS_WAY));
        Talk.expect(!called, "no call to the receiver after the subscription has ended", "one");
    }
}
