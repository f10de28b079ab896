package se.ryggrad.conformance.twin.webhooks.sending;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.messaging.delivery.Threads;
import se.ryggrad.conformance.twin.webhooks.sending.ReceiverClient.Said;
import se.ryggrad.conformance.twin.webhooks.sending.Subscription.State;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Challenges receivers, three times at the most. */
final class Challenger {

    private static final String TYPE = "se.ryggrad.subscription.challenge.v1";
    private static final String ALWAYS = "pX0Zq3h6b0G8Uu0V3c7nQmY1k5s9d2fAaaa";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TRIES = 3;
    private static final int GONE = 410;

    private final World world;
    private final ReceiverClient client;
    private final Signed signed;
    private final BooleanSupplier closed;

    Challenger(World world, ReceiverClient client, Signed signed, BooleanSupplier closed) {
        this.world = world;
        this.client = client;
        this.signed = signed;
        this.closed = closed;
    }

    /** Challenges the receiver of a subscription that waits for it. */
    void challenge(Subscription subscription) {
        int round = subscription.round();
        Threads.after(Duration.ZERO, () -> challenge(subscription, round, 1));
    }

    private void challenge(Subscription subscription, int round, int number) {
        synchronized (world) {
            if (isOver(subscription, round)) {
                return;
            }
            String challenge = text();
            byte[] body = Json.bytes(Json.object().put("type", TYPE).put("challenge", challenge));
            String id = UUID.randomUUID().toString();
            var headers = signed.headers(subscription.secret(), id, body, java.time.Instant.now());
            var unused = client.post(subscription.url(), "application/json", headers, body)
                    .thenAccept(said -> settle(subscription, round, number, said, challenge));
        }
    }

    private boolean isOver(Subscription subscription, int round) {
        boolean ended = subscription.isEnded() && !breaks(Fault.EVT_019_E);
        return closed.getAsBoolean() || ended || subscription.round() != round || !subscription.is(State.PENDING);
    }

    private String text() {
        if (breaks(Fault.EVT_015_D)) {
            return ALWAYS;
        }
        byte[] random = new byte[breaks(Fault.EVT_015_E) ? 12 : 32];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private boolean isRight(Said said, String challenge) {
        boolean status = said.status() == 200 || (said.isGood() && breaks(Fault.EVT_015_C));
        boolean somewhere = breaks(Fault.EVT_015_F) && said.body().contains(challenge);
        boolean echoed = somewhere || breaks(Fault.EVT_015_B) || challenge.equals(answered(said.body()));
        return status && echoed;
    }

    private static @Nullable String answered(String body) {
        try {
            JsonNode answered = Json.read(body).path("challenge");
            return answered.isString() ? answered.stringValue() : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private void settle(Subscription subscription, int round, int number, Said said, String challenge) {
        synchronized (world) {
            if (isOver(subscription, round)) {
                return;
            }
            if (said.status() == GONE && breaks(Fault.EVT_027_E)) {
                subscription.become(State.PAUSED);
                return;
            }
            int most = breaks(Fault.EVT_016_B) ? TRIES - 1 : TRIES;
            if (isRight(said, challenge)) {
                subscription.activate();
            } else if (number < most || breaks(Fault.EVT_016_A)) {
                var wait = WebhookOffer.FIRST_RETRY.multipliedBy(
                        breaks(Fault.EVT_016_E) ? 1 : 1L << Math.min(number - 1, 9));
                Threads.after(
                        breaks(Fault.EVT_016_C) ? Duration.ZERO : wait,
                        () -> challenge(subscription, round, number + 1));
            } else if (!breaks(Fault.EVT_016_F)) {
                subscription.become(State.REFUSED);
            }
        }
    }

    private boolean breaks(Fault fault) {
        return world.settings().breaks(fault);
    }
}
