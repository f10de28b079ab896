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

    private static final int SILENT = 3;

    @Requirement("EVT-029")
    @Test
    void evt029_delaysNothingElse(Http http, Cases cases, Webhooks webhooks) {
        Talk talk = Talk.in(cases);
        List<Subscription> silent = new ArrayList<>();
        for (int i = 0; i < SILENT; i++) {
            Receiver receiver = webhooks.receiver();
            Gate gate = receiver.gate(SILENCE);
            Manner held = Manner.always(Reply.of(204, "").behind(gate));
            receiver.given(held.where(event -> event.isOf(talk.id()), Manner.taking()));
            silent.add(webhooks.active(receiver));
        }
        Subscription good = webhooks.active(webhooks.receiver());
        long start = System.nanoTime();
        talk.write();
        silent.forEach(each -> each.expectEvents(talk.id(), 1));
        good.expectEvents(talk.id(), 1);
        talk.write();
        http.get(Webhooks.PATH).as(webhooks.system()).send().expect(200);
        silent.get(0).read().expect(200);
        good.expectEvents(talk.id(), 2);
        silent.get(0).delete().expect(204);
        expectPrompt(start);
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
