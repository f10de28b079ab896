package se.ryggrad.conformance.checks.webhooks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.webhooks.Subscription;
import se.ryggrad.conformance.fixture.webhooks.Webhooks;
import se.ryggrad.conformance.receiver.Arrived;
import se.ryggrad.conformance.receiver.Manner;
import se.ryggrad.conformance.receiver.Receiver;

/** Checks that an event is sent until it is taken, and not once more. */
@ConformanceCheck
class WebhookRetryCheck {

    /** More than the ten seconds that an answer has. */
    private static final Duration TOO_LATE = Duration.ofSeconds(11);

    /** Less, for a system that calls over a network. */
    private static final Duration IN_TIME = Duration.ofSeconds(8);

    /** How much later than planned a call may come. */
    private static final Duration SLACK = Duration.ofMillis(300);

    @Requirement("EVT-024")
    @Test
    void evt024_sendsUntilItIsTaken(Cases cases, Webhooks webhooks) {
        Duration retry = webhooks.terms().retry();
        List<Reply> replies = new ArrayList<>(List.of(Reply.none()));
        List.of(400, 404, 409, 422, 429, 500, 503).forEach(status -> replies.add(Reply.of(status)));
        Map<String, Talk> talks = new LinkedHashMap<>();
        Subscription made = webhooks.active(answering(cases, webhooks, replies, talks));
        talks.values().forEach(Talk::write);
        talks.values().forEach(Talk::write);
        for (Talk talk : talks.values()) {
            List<Arrived> calls = made.expectEvents(talk.id(), 3, retry);
            Talk.expectSame(calls.subList(0, 2));
            Talk.expectApart(calls.get(0), calls.get(1), retry);
            Talk.expect(Talk.ids(calls).size() == 2, "the next event after the one that was taken", calls.toString());
        }
        int most = 3 * talks.size();
        boolean again = made.receiver()
                .await(calls -> told(calls, talks) > most, retry.multipliedBy(2).plus(SLACK));
        Talk.expect(!again, most + " calls", told(made.receiver().arrived(), talks) + " calls");
    }

    private static long told(List<Arrived> calls, Map<String, Talk> talks) {
        return calls.stream()
                .filter(call -> talks.containsKey(call.text("subject")))
                .count();
    }

    /** Makes a receiver that answers the first call about each of new cases in one of the ways, and takes the rest. */
    private static Receiver answering(Cases cases, Webhooks webhooks, List<Reply> replies, Map<String, Talk> talks) {
        Map<String, Manner> manners = new LinkedHashMap<>();
        for (Reply reply : replies) {
            Talk talk = Talk.in(cases);
            talks.put(talk.id(), talk);
            manners.put(talk.id(), Manner.inTurn(Manner.always(reply), Manner.taking()));
        }
        return webhooks.receiver()
                .given(event -> manners.getOrDefault(event.text("subject"), Manner.taking())
                        .to(event));
    }

    @Requirement("EVT-024")
    @Test
    void evt024_sendsNothingAgainThatWasTaken(Cases cases, Webhooks webhooks) {
        List<Reply> replies = new ArrayList<>();
        List.of(200, 201, 202, 204, 299).forEach(status -> replies.add(Reply.of(status, "")));
        Map<String, Talk> talks = new LinkedHashMap<>();
        Subscription made = webhooks.active(answering(cases, webhooks, replies, talks));
        talks.values().forEach(Talk::write);
        talks.values().forEach(Talk::write);
        for (Talk talk : talks.values()) {
            List<Arrived> calls = made.expectEvents(talk.id(), 2);
            Talk.expect(Talk.ids(calls).size() == calls.size(), "each event once", calls.toString());
        }
    }

    @Requirement("EVT-024")
    @Test
    void evt024_waitsTwiceAsLongEachTime(Cases cases, Webhooks webhooks) {
        Duration retry = webhooks.terms().retry();
        Receiver receiver = webhooks.receiver().given(Manner.always(Reply.of(503)));
        Subscription made = webhooks.active(receiver);
        Talk talk = Talk.in(cases).write();
        List<Arrived> calls = made.expectEvents(talk.id(), 4, webhooks.terms().all(4));
        Talk.expectSame(calls);
        for (int i = 1; i < 4; i++) {
            Talk.expectApart(calls.get(i - 1), calls.get(i), retry.multipliedBy(1L << (i - 1)));
        }
    }

    @Requirement("EVT-024")
    @Test
    void evt024_waitsTenSecondsForAnAnswer(Cases cases, Webhooks webhooks) {
        Duration longer = TOO_LATE.plus(webhooks.terms().retry());
        Talk late = Talk.in(cases);
        Talk slow = Talk.in(cases);
        Receiver receiver = webhooks.receiver();
        Manner after = after(receiver, TOO_LATE).where(event -> event.isOf(late.id()), Manner.taking());
        receiver.given(after(receiver, IN_TIME).where(event -> event.isOf(slow.id()), after));
        Subscription made = webhooks.active(receiver);
        late.write();
        slow.write().write();
        List<Arrived> calls = made.expectEvents(slow.id(), 2, longer.plus(IN_TIME));
        Talk.expect(Talk.ids(calls).size() == 2, "what was answered after " + IN_TIME + " taken", calls.toString());
        Talk.expectSame(made.expectEvents(late.id(), 2, longer));
    }

    @Requirement("EVT-024")
    @Test
    void evt024_judgesByTheStatusAlone(Cases cases, Webhooks webhooks) {
        Talk talk = Talk.in(cases);
        Receiver receiver = webhooks.receiver();
        Reply endless = Reply.of(200, "{\"thanks\":true}").unfinishedBefore(receiver.gate(TOO_LATE));
        Manner first = Manner.inTurn(Manner.always(endless), Manner.taking());
        receiver.given(first.where(event -> event.isOf(talk.id()), Manner.taking()));
        Subscription made = webhooks.active(receiver);
        talk.write().write();
        List<Arrived> calls = made.expectEvents(talk.id(), 2, TOO_LATE);
        Talk.expect(Talk.ids(calls).size() == 2, "what was answered with 200 taken", calls.toString());
    }

    /** Takes the first call after a time, and the rest at once. */
    private static Manner after(Receiver receiver, Duration time) {
        return Manner.inTurn(Manner.always(Reply.of(204, "").behind(receiver.gate(time))), Manner.taking());
    }

    @Requirement("EVT-026")
    @Test
    void evt026_followsNoRedirect(Cases cases, Webhooks webhooks) {
        Duration retry = webhooks.terms().retry();
        Receiver trap = webhooks.receiver();
        List<Reply> replies = new ArrayList<>();
        List.of(301, 302, 303, 307, 308)
                .forEach(status -> replies.add(Reply.of(status).with("Location", trap.url())));
        Map<String, Talk> talks = new LinkedHashMap<>();
        Subscription made = webhooks.active(answering(cases, webhooks, replies, talks));
        talks.values().forEach(Talk::write);
        for (Talk talk : talks.values()) {
            Talk.expectSame(made.expectEvents(talk.id(), 2, retry));
        }
        expectUncalled(trap);
    }

    @Requirement("EVT-026")
    @Test
    void evt026_followsNoRedirectOfAChallenge(Webhooks webhooks) {
        Receiver trap = webhooks.receiver();
        Receiver receiver = webhooks.receiver();
        Manner away = Manner.always(Reply.of(307).with("Location", trap.url()));
        receiver.challenged(Manner.inTurn(away, Manner.echoing()));
        Subscription made = webhooks.subscribed(receiver, Webhooks.MESSAGE);
        made.expectChallenges(2, webhooks.terms().retry());
        made.expectState("active");
        expectUncalled(trap);
    }

    private static void expectUncalled(Receiver trap) {
        int calls = trap.arrived().size();
        Talk.expect(calls == 0, "no call to the address of a redirect", calls + " calls");
    }
}
