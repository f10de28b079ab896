package se.ryggrad.core.webhooks;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import se.ryggrad.api.events.Calling;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.events.Outstanding;
import se.ryggrad.api.events.Share;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.api.events.SubscriptionId;
import se.ryggrad.api.events.SubscriptionState;
import se.ryggrad.api.events.SubscriptionStore;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.chain.Dice;
import se.ryggrad.core.cases.turn.Moment;
import se.ryggrad.core.json.JsonOutput;
import se.ryggrad.core.json.events.FeedWriter;
import se.ryggrad.core.webhooks.call.Letter;
import se.ryggrad.core.webhooks.call.Receivers;
import se.ryggrad.core.webhooks.call.Reply;
import se.ryggrad.core.work.Places;
import se.ryggrad.core.work.Work;

/**
 * Sends what is due: challenges, and events (EVT-015, EVT-020 to EVT-028). Thread-safe.
 *
 * <p>Receivers that take what they are sent, and soon, are worked off apart from others, so that these never take their places;
 * and each client has a share of the places, so that its receivers leave those of others theirs (EVT-029).
 */
final class Deliveries implements Work {

    private static final int GONE = 410;
    private static final int CLIENTS = 4;
    private static final Duration LATE = Duration.ofSeconds(1);

    private final boolean proven;
    private final WebhookPorts ports;
    private final SubscriptionStore store;
    private final WebhookRounds rounds;
    private final Feeder feeder;
    private final Challenger challenger;
    private final Receivers receivers;
    private final Dice dice;
    private final Runnable wake;

    /**
     * Creates the work.
     *
     * @param proven whether it is that of receivers that take what they are sent, or of the others
     * @param wake is run when a receiver has gone from one to the other
     */
    Deliveries(boolean proven, WebhookPorts ports, WebhookRounds rounds, Receivers receivers, Runnable wake) {
        this.proven = proven;
        this.ports = ports;
        this.store = ports.store();
        this.rounds = rounds;
        this.feeder = new Feeder(ports, rounds);
        this.dice = new Dice(ports.random());
        this.challenger = new Challenger(receivers, dice);
        this.receivers = receivers;
        this.wake = wake;
    }

    @Override
    public String name() {
        return proven ? "webhooks" : "webhooks that wait";
    }

    @Override
    public List<Work.Round> begin(Places places, Duration lease) {
        if (proven && feeder.feed()) {
            wake.run();
        }
        Share share = share(places);
        return share.left() == 0 ? List.of() : begin(share, lease);
    }

    /** Returns the places that there are: a lane for each client, and in all as many as a few of them may take. */
    private static Share share(Places places) {
        Map<Subscription.Owner, Integer> taken = new HashMap<>();
        places.taken().forEach((lane, number) -> taken.put(client(lane), number));
        return new Share(places.each(), CLIENTS * places.each(), taken);
    }

    private static String lane(Subscription.Owner client) {
        return client.principal().value() + ' ' + client.client().value();
    }

    private static Subscription.Owner client(String lane) {
        int gap = lane.indexOf(' ');
        return new Subscription.Owner(new PrincipalId(lane.substring(0, gap)), new ActorId(lane.substring(gap + 1)));
    }

    private List<Work.Round> begin(Share share, Duration lease) {
        Instant now = now();
        Calling.Call call = new Calling.Call(dice.uuid(), now.plus(lease));
        List<Work.Round> begun = new ArrayList<>();
        for (Subscription each : store.claim(now, proven, share, kept -> rounds.begin(kept, call, now))) {
            if (WebhookRounds.challenges(each, call.id())) {
                begun.add(new Round(each, call, () -> challenge(each, call)));
            }
            WebhookRounds.begun(each, call.id())
                    .forEach(event -> begun.add(new Round(each, call, () -> deliver(each, event, call))));
        }
        return begun;
    }

    @Override
    public Optional<Instant> nextDue(Places places) {
        Share share = share(places);
        return share.left() == 0 ? Optional.empty() : store.nextDue(proven, share.full());
    }

    /** Is a call that was begun. */
    private final class Round implements Work.Round {

        private final String lane;
        private final Calling.Call call;
        private final Runnable round;

        private Round(Subscription subscription, Calling.Call call, Runnable round) {
            this.lane = Deliveries.lane(subscription.owner());
            this.call = call;
            this.round = round;
        }

        @Override
        public String lane() {
            return lane;
        }

        /** Makes the call, unless it has ended in the meantime: then somebody else makes the next. */
        @Override
        public void finish() {
            if (now().isBefore(call.until())) {
                round.run();
            }
        }
    }

    private void challenge(Subscription subscription, Calling.Call call) {
        WebhookRounds.Result result = challenger.ask(
                subscription, () -> wanted(subscription.id(), kept -> WebhookRounds.challenges(kept, call.id())));
        Instant now = now();
        settle(subscription, store.change(subscription.id(), kept -> rounds.challenged(kept, call.id(), result, now)));
    }

    private void deliver(Subscription subscription, Outstanding event, Calling.Call call) {
        WebhookRounds.Result result = find(subscription, event)
                .map(found -> sent(subscription, found, call))
                .orElse(WebhookRounds.Result.TAKEN);
        Instant now = now();
        settle(
                subscription,
                store.change(subscription.id(), kept -> rounds.ended(kept, event.event(), call.id(), result, now)));
    }

    /** Sends an event; where nobody knows the principal any more, it fails, until that is mended or the client given up. */
    private WebhookRounds.Result sent(Subscription subscription, FeedEvent event, Calling.Call call) {
        Instant begun = now();
        WebhookRounds.Result result = ports.principals()
                .find(subscription.owner().principal())
                .map(principal -> result(receivers.post(letter(subscription, event, principal.baseUrl(), call))))
                .orElse(WebhookRounds.Result.FAILED);
        boolean late = Duration.between(begun, now()).compareTo(LATE) > 0;
        return result == WebhookRounds.Result.TAKEN && late ? WebhookRounds.Result.TAKEN_LATE : result;
    }

    private void settle(Subscription before, Optional<Subscription> after) {
        if (after.filter(kept -> kept.proven() != before.proven()).isPresent()) {
            wake.run();
        }
    }

    /** Returns the event as the feed has it now, if the client still reaches it. */
    private Optional<FeedEvent> find(Subscription subscription, Outstanding event) {
        return ports
                .feed()
                .read(subscription.owner().principal(), ports.reached(subscription), event.position() - 1, 1)
                .stream()
                .filter(found -> found.id().equals(event.event()))
                .findFirst();
    }

    private Letter letter(Subscription subscription, FeedEvent event, URI source, Calling.Call call) {
        String body = JsonOutput.text(FeedWriter.event(event, source));
        return Challenger.letter(
                subscription,
                event.id().toString(),
                Letter.Kind.EVENT,
                body,
                () -> wanted(
                        subscription.id(),
                        kept -> kept.state() == SubscriptionState.ACTIVE
                                && WebhookRounds.begun(kept, call.id()).stream()
                                        .anyMatch(each -> each.event().equals(event.id()))));
    }

    private boolean wanted(SubscriptionId id, Predicate<Subscription> still) {
        return store.find(id).filter(still).isPresent();
    }

    private static WebhookRounds.Result result(Reply reply) {
        if (reply instanceof Reply.Answered answered) {
            if (answered.taken()) {
                return WebhookRounds.Result.TAKEN;
            }
            return answered.status() == GONE ? WebhookRounds.Result.GONE : WebhookRounds.Result.FAILED;
        }
        return reply instanceof Reply.Unwanted ? WebhookRounds.Result.UNSENT : WebhookRounds.Result.FAILED;
    }

    private Instant now() {
        return Moment.of(ports.clock()).now();
    }
}
