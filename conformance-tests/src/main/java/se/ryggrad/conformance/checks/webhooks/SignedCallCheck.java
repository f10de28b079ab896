package se.ryggrad.conformance.checks.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Feed;
import se.ryggrad.conformance.fixture.webhooks.Subscription;
import se.ryggrad.conformance.fixture.webhooks.WebhookTerms;
import se.ryggrad.conformance.fixture.webhooks.Webhooks;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.receiver.Arrived;
import se.ryggrad.conformance.receiver.Manner;
import se.ryggrad.conformance.receiver.Receiver;
import se.ryggrad.conformance.receiver.Signature;
import se.ryggrad.conformance.target.Target;

/** Checks what a call to a receiver holds, and that it is signed. */
@ConformanceCheck
class SignedCallCheck {

    /** What receivers tolerate by Standard Webhooks. */
    private static final long TOLERANCE_SECONDS = 300;

    /** After which time the seconds of a clock have changed. */
    private static final Duration LATER = Duration.ofSeconds(2);

    @Requirement("EVT-020")
    @Test
    void evt020_signsEachCall(Cases cases, Webhooks webhooks) {
        Receiver receiver = webhooks.receiver();
        Manner retried = Manner.inTurnForEach(Manner.always(Reply.of(500)), Manner.taking());
        Talk talk = Talk.in(cases);
        receiver.given(retried.where(event -> event.isOf(talk.id()), Manner.taking()));
        Subscription made = webhooks.active(receiver);
        talk.write();
        made.expectEvents(talk.id(), 2, webhooks.terms().retry());
        Arrived challenge = receiver.challenges().get(0);
        String secret = made.secret();
        receiver.arrived().forEach(call -> expectSigned(call, secret));
        boolean own = receiver.events(talk.id()).stream().noneMatch(e -> e.id().equals(challenge.id()));
        Talk.expect(own, "a webhook-id of its own for the challenge", challenge.id());
    }

    @Requirement("EVT-020")
    @Test
    void evt020_saysTheTimeOfEachTry(Cases cases, Webhooks webhooks) {
        Talk talk = Talk.in(cases);
        int tries = tries(webhooks.terms());
        Receiver receiver = webhooks.receiver().given(Manner.always(Reply.of(503)));
        Subscription made = webhooks.active(receiver);
        talk.write();
        List<Arrived> calls =
                made.expectEvents(talk.id(), tries, webhooks.terms().all(tries));
        String first = calls.get(0).header("webhook-timestamp");
        String last = calls.get(tries - 1).header("webhook-timestamp");
        boolean later = seconds(last) > seconds(first);
        Talk.expect(later, "a webhook-timestamp later than that of the first try, " + first, last);
    }

    /** Returns how many tries it takes until the last is two seconds after the first. */
    private static int tries(WebhookTerms terms) {
        int tries = 2;
        while (terms.retry().multipliedBy((1L << (tries - 1)) - 1).compareTo(LATER) < 0) {
            tries++;
        }
        return tries;
    }

    private static long seconds(String timestamp) {
        return timestamp.matches("[0-9]{1,12}") ? Long.parseLong(timestamp) : 0;
    }

    private static void expectSigned(Arrived call, String secret) {
        Talk.expect(call.method().equals("POST"), "POST", call.method());
        Talk.expect(!call.id().isEmpty(), "a header webhook-id", "none");
        String timestamp = call.header("webhook-timestamp");
        boolean seconds = timestamp.matches("[0-9]{1,12}")
                && Math.abs(Long.parseLong(timestamp) - Instant.now().getEpochSecond()) < TOLERANCE_SECONDS;
        Talk.expect(seconds, "a header webhook-timestamp, now in seconds", timestamp);
        Talk.expect(
                Signature.isBy(secret, call),
                "a header webhook-signature with v1 over id, timestamp and the octets that came, by secret",
                call.header("webhook-signature"));
    }

    @Requirement("EVT-022")
    @Test
    void evt022_sendsTheEventAsItStandsInTheFeed(Http http, Cases cases, Webhooks webhooks, Target target) {
        Talk talk = Talk.in(cases);
        Subscription made = webhooks.active(webhooks.receiver());
        Feed feed = new Feed(http, webhooks.system(), target).toEnd();
        talk.write();
        List<Part> events = Feed.of(feed.through(talk.head()), talk.id());
        Part event = events.get(events.size() - 1);
        Arrived call = made.expectEvents(talk.id(), 1).get(0);
        String type = call.header("content-type");
        Talk.expect(
                type.matches("(?i)application/cloudevents\\+json\\s*(;.*)?"),
                "Content-Type application/cloudevents+json",
                type);
        Talk.expect(call.id().equals(event.at("/id").text()), "the id of the event as webhook-id", call.id());
        Talk.expect(call.json().equals(event.node()), Json.write(event.node()), Json.write(call.json()));
    }
}
