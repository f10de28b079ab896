package se.ryggrad.core.webhooks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.events.Calling;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.api.events.SubscriptionCall;
import se.ryggrad.api.events.SubscriptionId;
import se.ryggrad.api.events.SubscriptionState;
import se.ryggrad.api.events.SubscriptionStore;
import se.ryggrad.api.events.Subscriptions;
import se.ryggrad.api.events.WebhookTerms;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.chain.Dice;
import se.ryggrad.core.cases.turn.Moment;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.cases.turn.Replays;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.events.FeedWriter;

/** Takes and shows subscriptions (EVT-008 to EVT-014, EVT-017 to EVT-019, EVT-031). Thread-safe. */
final class WebhookDesk implements Subscriptions {

    private static final String SCOPE = "events:read";

    private final WebhookPorts ports;
    private final SubscriptionStore store;
    private final WebhookRounds rounds;
    private final UrlRule urls;
    private final Dice dice;
    private final Runnable wake;

    /**
     * Creates the desk.
     *
     * @param wake is run when there is something to send
     */
    WebhookDesk(WebhookPorts ports, WebhookRounds rounds, UrlRule urls, Runnable wake) {
        this.ports = ports;
        this.store = ports.store();
        this.rounds = rounds;
        this.urls = urls;
        this.dice = new Dice(ports.random());
        this.wake = wake;
    }

    @Override
    public WebhookTerms terms() {
        return ports.policy().terms();
    }

    @Override
    public Written<Subscription> subscribe(Caller caller, Supplier<SubscriptionCall> body, Once<Subscription> once) {
        Actor.SystemActor system = follower(caller);
        Optional<KeptAnswer> before = store.answer(once.claim());
        if (before.isPresent()) {
            return new Written.Again<>(again(caller, once.claim(), before.get()));
        }
        if (store.count(owner(caller)) >= terms().perClient()) {
            throw full();
        }
        return written(caller, made(caller, system, body.get()), once);
    }

    /** Makes the subscription of a call, or refuses it with all that is wrong. */
    private Subscription made(Caller caller, Actor.SystemActor system, SubscriptionCall call) {
        List<Fault> faults = new ArrayList<>(call.faults());
        call.url()
                .flatMap(url -> urls.fault(owner(caller), url))
                .ifPresent(code -> faults.add(FaultTexts.at("/url", code)));
        Optional<Long> after = call.after().flatMap(text -> known(caller, system, text));
        if (call.after().isPresent() && after.isEmpty()) {
            faults.add(FaultTexts.at("/after", FaultCode.UNKNOWN_VALUE));
        }
        if (!faults.isEmpty()) {
            throw RyggradException.validation(faults);
        }
        Instant now = now();
        return new Subscription(
                new SubscriptionId(dice.uuid()),
                owner(caller),
                new Subscription.Wish(call.url().orElseThrow(), call.types(), system.authorities(), system.clientId()),
                "whsec_" + Base64.getEncoder().encodeToString(dice.salt()),
                now,
                SubscriptionState.PENDING,
                Optional.empty(),
                false,
                after.orElseGet(() -> ports.feed().end(caller.principal())),
                Optional.of(Calling.from(now)),
                List.of());
    }

    private Optional<Long> known(Caller caller, Actor.SystemActor system, String after) {
        return FeedWriter.position(after)
                .filter(position -> ports.feed().knows(caller.principal(), system.authorities(), position));
    }

    private Written<Subscription> written(Caller caller, Subscription made, Once<Subscription> once) {
        Answer answer = once.render().apply(made);
        SubscriptionStore.Keeping kept = store.keep(made, terms().perClient(), once.claim(), answer);
        if (kept instanceof SubscriptionStore.Keeping.Bound bound) {
            return new Written.Again<>(again(caller, once.claim(), bound.before()));
        }
        if (kept instanceof SubscriptionStore.Keeping.Full) {
            throw full();
        }
        wake.run();
        return new Written.First<>(made, answer);
    }

    /** Answers once more, if the subscription still exists. */
    private Answer again(Caller caller, Claim claim, KeptAnswer kept) {
        Answer answer = Replays.again(claim, kept).orElseThrow(Refusals::notFound);
        find(caller, new SubscriptionId(UUID.fromString(kept.resource())));
        return answer;
    }

    @Override
    public Page<Subscription> list(Caller caller, PageRequest page) {
        follower(caller);
        return store.list(owner(caller), page);
    }

    @Override
    public Subscription find(Caller caller, SubscriptionId id) {
        follower(caller);
        return store.find(id)
                .filter(found -> found.owner().equals(owner(caller)))
                .orElseThrow(Refusals::notFound);
    }

    @Override
    public Subscription resume(Caller caller, SubscriptionId id, Runnable body) {
        find(caller, id);
        body.run();
        Instant now = now();
        Subscription resumed = store.change(id, kept -> resumed(kept, now)).orElseThrow(Refusals::notFound);
        wake.run();
        return resumed;
    }

    private Subscription resumed(Subscription kept, Instant now) {
        if (kept.state() == SubscriptionState.PENDING || kept.state() == SubscriptionState.ACTIVE) {
            throw Refusals.conflict("conflict.resume");
        }
        return rounds.resumed(kept, now);
    }

    @Override
    public void unsubscribe(Caller caller, SubscriptionId id) {
        find(caller, id);
        if (!store.delete(id)) {
            throw Refusals.notFound();
        }
    }

    private static Actor.SystemActor follower(Caller caller) {
        if (caller.actor() instanceof Actor.SystemActor system
                && system.scopes().contains(SCOPE)) {
            return system;
        }
        throw Refusals.of(ProblemType.FORBIDDEN, "forbidden.scope");
    }

    private static Subscription.Owner owner(Caller caller) {
        return new Subscription.Owner(caller.principal(), caller.actor().id());
    }

    private static RyggradException full() {
        return Refusals.conflict("conflict.subscriptions");
    }

    private Instant now() {
        return Moment.of(ports.clock()).now();
    }
}
