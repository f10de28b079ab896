package se.ryggrad.conformance.checks.webhooks;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Gate;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.webhooks.Subscription;
import se.ryggrad.conformance.fixture.webhooks.Webhooks;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.receiver.Arrived;
import se.ryggrad.conformance.receiver.Manner;
import se.ryggrad.conformance.receiver.Receiver;
import tools.jackson.databind.JsonNode;

/** Checks how a subscription stops, and how it goes on. */
@ConformanceCheck
class ResumeCheck {

    private static final Duration HELD = Duration.ofSeconds(8);

    /** A call that was begun before the receiver said that it is gone may take so long to arrive. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(500);

    private static final Duration SLACK = Duration.ofMillis(300);

    @Requirement("EVT-017")
    @Test
    void evt017_challengesAnewAndSendsWhatCameMeanwhile(Cases cases, Webhooks webhooks) {
        Receiver receiver = webhooks.receiver().challenged(Manner.always(Reply.of(500)));
        Subscription made = refused(webhooks, receiver);
        int before = receiver.arrived().size();
        Talk talk = Talk.in(cases).write();
        Gate gate = receiver.gate(HELD);
        receiver.challenged(asked -> Manner.echoing().to(asked).behind(gate));
        Answer resumed = made.act("resume").expect(200);
        resumed.at("/state").is("pending");
        resumed.at("/id").is(made.id());
        made.expectChallenges(before + 1, Duration.ZERO);
        Answer seen = made.read().expect(200);
        int calls = receiver.arrived().size() - before;
        if (!gate.passed()) {
            seen.at("/state").is("pending");
            Talk.expect(calls == 1, "the new challenge alone", calls + " calls");
        }
        gate.open();
        made.expectState("active");
        made.expectEvents(talk.id(), 1);
    }

    private static Subscription refused(Webhooks webhooks, Receiver receiver) {
        Duration longer = webhooks.terms().all(3);
        Subscription made = webhooks.subscribed(receiver, Webhooks.MESSAGE);
        made.expectState("refused", longer);
        return made;
    }

    @Requirement("EVT-017")
    @Test
    void evt017_sendsAgainWhatWasNotTaken(Cases cases, Webhooks webhooks) {
        Talk talk = Talk.in(cases);
        Receiver receiver = webhooks.receiver();
        receiver.given(goneAt(talk));
        Subscription made = webhooks.active(receiver);
        talk.write();
        made.expectState("paused");
        talk.write();
        receiver.given(Manner.taking());
        made.act("resume").expect(200).at("/state").is("pending");
        made.expectState("active");
        List<Arrived> calls = made.expectEvents(talk.id(), 3);
        Talk.expectSame(calls.subList(0, 2));
        talk.expectLatestFirst(calls.subList(2, 3));
    }

    @Requirement("EVT-010")
    @Test
    void evt010_waitsSinceTheFirstFailureAfterTheChallenge(Cases cases, Webhooks webhooks) {
        Talk talk = Talk.in(cases);
        Receiver receiver = webhooks.receiver();
        Subscription made = webhooks.active(receiver);
        receiver.given(Manner.always(Reply.of(410)));
        talk.write();
        Answer paused = made.expectState("paused");
        // There is none when an event of another check, which was under way, was taken last.
        String before = paused.json()
                .path("waitingSince")
                .asString(paused.at("/createdAt").text());
        receiver.given(Manner.always(Reply.of(503)));
        made.resume();
        made.expect(
                "waitingSince later than " + before + ", before the new challenge",
                Duration.ZERO,
                seen -> seen.path("waitingSince").asString("").compareTo(before) > 0);
    }

    /** Says that it is gone when an event of a case comes, and takes the rest. */
    private static Manner goneAt(Talk talk) {
        return Manner.always(Reply.of(410)).where(event -> event.isOf(talk.id()), Manner.taking());
    }

    @Requirement("EVT-017")
    @Test
    void evt017_resumesWhatHasStoppedAlone(Webhooks webhooks) {
        Receiver held = webhooks.receiver();
        Gate gate = held.gate(HELD);
        held.challenged(asked -> Manner.echoing().to(asked).behind(gate));
        Subscription pending = webhooks.subscribed(held, Webhooks.MESSAGE);
        pending.expectChallenges(1, Duration.ZERO);
        Answer refusal = pending.act("resume");
        if (!gate.passed()) {
            refusal.expectProblem(409, "state-conflict");
        }
        gate.open();
        pending.expectState("active");
        pending.act("resume").expectProblem(409, "state-conflict");
        pending.read().expect(200).at("/state").is("active");
    }

    @Requirement("EVT-017")
    @Test
    void evt017_knowsNoOtherAction(Http http, Webhooks webhooks) {
        Receiver receiver = webhooks.receiver().challenged(Manner.always(Reply.of(500)));
        Subscription made = refused(webhooks, receiver);
        for (String action : List.of("pause", "Resume", "delete", "")) {
            made.act(action).expectProblem(422, "validation").expectErrors("/action unknown-value");
        }
        expectFault(http, made, Json.object("action", 7), "/action type");
        expectFault(http, made, Json.object(), "/action required");
        made.read().expect(200).at("/state").is("refused");
        made.act("resume").expect(200);
    }

    private static void expectFault(Http http, Subscription made, JsonNode body, String fault) {
        http.post(made.path() + "/actions")
                .as(made.owner())
                .json(body)
                .send()
                .expectProblem(422, "validation")
                .expectErrors(fault);
    }

    @Requirement("EVT-027")
    @Test
    void evt027_isOnlySaidToAnEvent(Webhooks webhooks) {
        Duration retry = webhooks.terms().retry();
        Receiver receiver = webhooks.receiver();
        receiver.challenged(Manner.inTurn(Manner.always(Reply.of(410)), Manner.echoing()));
        webhooks.subscribed(receiver, Webhooks.MESSAGE).expectState("active", retry);
    }

    @Requirement("EVT-027")
    @Test
    void evt027_leavesAloneWhoIsGone(Cases cases, Webhooks webhooks) {
        Duration retry = webhooks.terms().retry();
        Subscription control = webhooks.active(webhooks.receiver());
        Talk talk = Talk.in(cases);
        Talk other = Talk.in(cases);
        Receiver receiver = webhooks.receiver();
        receiver.given(goneAt(talk));
        Subscription made = webhooks.active(receiver);
        talk.write();
        made.expectEvents(talk.id(), 1);
        made.expectState("paused");
        long paused = System.nanoTime() + ON_ITS_WAY.toNanos();
        other.write();
        talk.write();
        control.expectEvents(other.id(), 1);
        control.expectEvents(talk.id(), 2);
        boolean again = receiver.await(
                calls -> calls.stream().anyMatch(call -> call.at() > paused),
                ON_ITS_WAY.plus(retry).plus(SLACK));
        Talk.expect(!again, "no further call to who is gone", receiver.arrived().size() + " calls");
        other.expectUntoldTo(receiver);
        made.read().expect(200).at("/state").is("paused");
    }
}
