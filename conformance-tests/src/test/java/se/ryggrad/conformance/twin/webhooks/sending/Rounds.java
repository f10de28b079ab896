package se.ryggrad.conformance.twin.webhooks.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.messaging.delivery.Threads;
import se.ryggrad.conformance.twin.webhooks.sending.ReceiverClient.Said;
import se.ryggrad.conformance.twin.webhooks.sending.Subscription.State;

/** Looks every now and then what subscriptions have to send, and sends it; guarded by the lock of the world. */
public final class Rounds implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int GONE = 410;

    private final World world;
    private final ReceiverClient client;
    private final Signed signed;
    private final Challenger challenger;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private int underWay;
    private boolean running;
    private volatile boolean closed;

    /** Sends for one principal. */
    public Rounds(World world) {
        this.world = world;
        this.client = new ReceiverClient(world.settings());
        this.signed = new Signed(world.settings());
        this.challenger = new Challenger(world, client, signed, () -> closed);
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Begins with a subscription, or anew with one. */
    public void begin(Subscription subscription) {
        if (!subscriptions.contains(subscription)) {
            subscriptions.add(subscription);
        }
        challenger.challenge(subscription);
        if (!running) {
            running = true;
            Threads.after(Duration.ZERO, this::round);
        }
    }

    private void round() {
        synchronized (world) {
            subscriptions.removeIf(s -> s.isEnded() && !breaks(Fault.EVT_019_A) && !breaks(Fault.EVT_019_C));
            running = !closed && !subscriptions.isEmpty();
            if (!running) {
                return;
            }
            var now = Instant.now();
            subscriptions.stream()
                    .filter(this::isSent)
                    .forEach(s -> s.due(now).stream()
                            .filter(event -> !s.isEnded() || breaks(Fault.EVT_019_A) || event.hasFailed())
                            .forEach(event -> send(s, event)));
        }
        Threads.after(PAUSE, this::round);
    }

    private boolean isSent(Subscription subscription) {
        return subscription.is(State.ACTIVE)
                || (subscription.is(State.PENDING) && breaks(Fault.EVT_015_A))
                || (subscription.is(State.REFUSED) && breaks(Fault.EVT_016_D))
                || (subscription.is(State.PAUSED) && (breaks(Fault.EVT_027_B) || breaks(Fault.EVT_027_D)));
    }

    private void send(Subscription subscription, Outstanding event) {
        if (underWay > 0 && breaks(Fault.EVT_029_A)) {
            return;
        }
        underWay++;
        event.begin();
        var unused = call(subscription, event).thenAccept(said -> settle(subscription, event, said));
    }

    private CompletableFuture<Said> call(Subscription subscription, Outstanding event) {
        var settings = world.settings();
        byte[] body = event.octets(settings);
        var headers = signed.headers(subscription.secret(), event.id(settings), body, event.time(settings));
        return client.post(subscription.url(), "application/cloudevents+json", headers, body);
    }

    private void settle(Subscription subscription, Outstanding event, Said said) {
        synchronized (world) {
            underWay--;
            event.end();
            if (isTaken(said)) {
                subscription.taken(event);
                repeat(subscription, event);
            } else if (said.status() == GONE && !breaks(Fault.EVT_027_A)) {
                leave(subscription, event);
            } else if (isGivenUp(said)) {
                subscription.drop(event);
            } else {
                subscription.failed(event, Instant.now());
            }
        }
    }

    /** By a fault, nobody stops the clock of a try that is not needed any more. */
    private void repeat(Subscription subscription, Outstanding event) {
        if (event.hasFailed() && breaks(Fault.EVT_024_K)) {
            Threads.after(WebhookOffer.FIRST_RETRY, () -> {
                var unused = call(subscription, event);
            });
        }
    }

    private boolean isTaken(Said said) {
        boolean good = breaks(Fault.EVT_024_F) ? List.of(200, 204).contains(said.status()) : said.isGood();
        return good || (said.status() / 100 == 3 && breaks(Fault.EVT_026_C));
    }

    private boolean isGivenUp(Said said) {
        return (said.status() / 100 == 4 && breaks(Fault.EVT_024_E)) || (said.status() == 0 && breaks(Fault.EVT_024_I));
    }

    private void leave(Subscription subscription, Outstanding event) {
        subscription.become(State.PAUSED);
        if (breaks(Fault.EVT_027_B)) {
            subscription.failed(event, Instant.now());
        } else {
            event.refuse();
            subscription.waitsSince(Instant.now());
        }
        if (breaks(Fault.EVT_027_C)) {
            subscription.end();
        }
    }

    private boolean breaks(Fault fault) {
        return world.settings().breaks(fault);
    }
}
