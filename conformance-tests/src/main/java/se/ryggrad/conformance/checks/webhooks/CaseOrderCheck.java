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
import se.ryggrad.conformance.receiver.Arrived;
import se.ryggrad.conformance.receiver.Manner;
import se.ryggrad.conformance.receiver.Receiver;

/** Checks that the events of a case come in order, whatever becomes of other cases. */
@ConformanceCheck
class CaseOrderCheck {

    private static final Duration HELD = Duration.ofSeconds(8);

    @Requirement("EVT-025")
    @Test
    void evt025_waitsForTheEventBeforeThatFailed(Cases cases, Webhooks webhooks) {
        Duration longer = webhooks.terms().all(3);
        Talk talk = Talk.in(cases);
        Talk other = Talk.in(cases);
        Receiver receiver = webhooks.receiver();
        Manner failing = Manner.always(Reply.of(500));
        receiver.given(failing.where(event -> event.isOf(talk.id()), Manner.taking()));
        Subscription made = webhooks.active(receiver);
        talk.write().write();
        made.expectEvents(talk.id(), 2, longer);
        other.write();
        made.expectEvents(other.id(), 1);
        Talk.expectSame(made.expectEvents(talk.id(), 3, longer));
        receiver.given(Manner.taking());
        boolean next = receiver.await(
                calls -> calls.stream().anyMatch(call -> isLatest(call, talk)), Subscription.PATIENCE.plus(longer));
        Talk.expect(next, "the next event when the one before has been taken", receiver.events(talk.id()) + "");
        expectInOrder(receiver.events(talk.id()));
    }

    private static boolean isLatest(Arrived call, Talk talk) {
        return call.json().at("/data/head").asString("").equals(talk.head());
    }

    private static void expectInOrder(List<Arrived> calls) {
        List<Integer> numbers = calls.stream()
                .map(call -> call.json().at("/data/sequence").asInt(0))
                .toList();
        boolean sorted = numbers.equals(numbers.stream().sorted().toList());
        Talk.expect(sorted, "the events of the case in order", numbers.toString());
    }

    @Requirement("EVT-025")
    @Test
    void evt025_waitsForTheEventBeforeThatIsUnderWay(Cases cases, Webhooks webhooks) {
        Talk talk = Talk.in(cases);
        Talk other = Talk.in(cases);
        Receiver receiver = webhooks.receiver();
        Gate gate = receiver.gate(HELD);
        Manner held = Manner.always(Reply.of(204, "").behind(gate));
        receiver.given(held.where(event -> event.isOf(talk.id()), Manner.taking()));
        Subscription made = webhooks.active(receiver);
        talk.write().write();
        made.expectEvents(talk.id(), 1);
        other.write();
        made.expectEvents(other.id(), 1);
        int calls = receiver.events(talk.id()).size();
        Talk.expect(calls == 1 || gate.passed(), "one call while it is not answered", calls + " calls");
        gate.open();
        expectInOrder(made.expectEvents(talk.id(), 2));
    }
}
