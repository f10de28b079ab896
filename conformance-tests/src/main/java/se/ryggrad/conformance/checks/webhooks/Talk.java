package se.ryggrad.conformance.checks.webhooks;

import java.time.Duration;
import java.util.List;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.receiver.Arrived;
import se.ryggrad.conformance.receiver.Receiver;

/**
 * A case in which its applicant writes messages, each an event; and what is said of the calls that bring them.
 *
 * @param submitted the case
 */
record Talk(Submitted submitted) {

    /** A clock of milliseconds may tell a millisecond less than has passed, and a timer wake as much too soon. */
    private static final Duration LENIENCY = Duration.ofMillis(5);

    /** Makes a case in which nothing is written yet. */
    static Talk in(Cases cases) {
        return new Talk(cases.plain());
    }

    /** Returns the id of the case. */
    String id() {
        return submitted.live().id();
    }

    /** Writes a message more. */
    Talk write() {
        submitted.live().perform(submitted.applicant(), Bodies.message("Hej igen."));
        return this;
    }

    /** Returns the hash of the latest event. */
    String head() {
        return submitted.live().text(submitted.applicant(), "/chain/hash");
    }

    /** Expects that a receiver has not been called with any event of it. */
    void expectUntoldTo(Receiver receiver) {
        int calls = receiver.events(id()).size();
        expect(calls == 0, "no event of the case " + id() + " sent to the receiver", calls + " calls");
    }

    /** Expects that calls bring the latest event of it first. */
    void expectLatestFirst(List<Arrived> calls) {
        String head = calls.get(0).json().at("/data/head").asString("");
        expect(head.equals(head()), "the latest event of the case first", "another: " + calls);
    }

    /** Expects that a call came so much later than another, at the earliest. */
    static void expectApart(Arrived one, Arrived next, Duration wait) {
        Duration apart = Duration.ofNanos(next.at() - one.at());
        boolean late = apart.plus(LENIENCY).compareTo(wait) >= 0;
        expect(late, "the next call after " + wait + " at the earliest", "after " + apart);
    }

    /** Expects that calls bring the same thing in the same octets. */
    static void expectSame(List<Arrived> calls) {
        for (Arrived call : calls) {
            expect(call.id().equals(calls.get(0).id()), "the same webhook-id at each try", calls.toString());
            boolean same = call.body().equals(calls.get(0).body());
            expect(same, "the same octets at each try", "others");
        }
    }

    /** Returns the ids of what calls bring, in the order in which they came first. */
    static List<String> ids(List<Arrived> calls) {
        return calls.stream().map(Arrived::id).distinct().toList();
    }

    /** Expects what the words say. */
    static void expect(boolean good, String expected, String actual) {
        if (!good) {
            throw ConformanceFailure.of(expected, actual);
        }
    }
}
