package se.ryggrad.conformance.checks.webhooks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/** Checks that a receiver that does not answer is nobody else's trouble. */
@ConformanceCheck
class SilentReceiverCheck {

    /** Longer than any system waits for it. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    /** Less than the ten seconds that a system waits. */
    private static final Duration PROMPT = Duration.ofSeconds(8);

    /** So many receivers are silent when so many cases are told of: more calls than threads that somebody would set aside. */
    private static final int SILENT = 12;

    private static final int CASES = 4;

    @Requirement("EVT-029")
    @Test
    void evt029_delaysNothingElse(Http http, Cases cases, Webhooks webhooks) {
        List<Talk> talks = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            talks.add(Talk.in(cases));
        }
        List<Subscription> silent = new ArrayList<>();
        for (int i = 0; i < SILENT; i++) {
            silent.add(webhooks.subscribed(silent(webhooks.receiver(), talks), Webhooks.MESSAGE));
        }
        silent.forEach(Webhooks::active);
        Subscription good = webhooks.active(webhooks.receiver());
        Talk talk = talks.get(CASES - 1);
        long start = System.nanoTime();
        talks.forEach(Talk::write);
        good.expectEvents(talk.id(), 1);
        talk.write();
        http.get(Webhooks.PATH).as(webhooks.system()).send().expect(200);
        silent.get(0).read().expect(200);
        good.expectEvents(talk.id(), 2);
        silent.get(0).delete().expect(204);
        expectPrompt(start);
    }

    /** Lets a receiver answer nothing about some cases for a long time. */
    private static Receiver silent(Receiver receiver, List<Talk> talks) {
        List<String> ids = talks.stream().map(Talk::id).toList();
        Manner held = Manner.always(Reply.of(204, "").behind(receiver.gate(SILENCE)));
        return receiver.given(held.where(event -> ids.contains(event.text("subject")), Manner.taking()));
    }

    @Requirement("EVT-029")
    @Test
    void evt029_waitsForNoChallenge(Webhooks webhooks) {
        Receiver receiver = webhooks.receiver();
        Gate gate = receiver.gate(SILENCE);
        receiver.challenged(asked -> Manner.echoing().to(asked).behind(gate));
        long start = System.nanoTime();
        Subscription made = webhooks.subscribed(receiver, Webhooks.MESSAGE);
        made.expectChallenges(1, Duration.ZERO);
        made.read().expect(200).at("/state").is("pending");
        Webhooks.active(webhooks.subscribed(webhooks.receiver(), Webhooks.MESSAGE));
        made.delete().expect(204);
        expectPrompt(start);
    }

    private static void expectPrompt(long start) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Talk.expect(
                took.compareTo(PROMPT) < 0, "all done while the receiver has not answered, in " + PROMPT, "in " + took);
    }
}
