package se.ryggrad.core.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.events.Calling;
import se.ryggrad.api.events.Outstanding;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.api.events.SubscriptionId;
import se.ryggrad.api.events.SubscriptionState;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.core.cases.People;

/** Makes subscriptions for the tests of stores and of the machine. */
public final class Subscribed {

    /** When they were made. */
    public static final Instant MADE = Instant.parse("2026-11-27T09:00:00.412Z");

    /** Whose they are. */
    public static final Subscription.Owner OWNER =
            new Subscription.Owner(People.PRINCIPAL, new ActorId("7d9d1f6a-4b57-3d3c-9d5f-0a8c0a4e3f10"));

    private Subscribed() {}

    /** Returns a subscription that is to be challenged at once. */
    public static Subscription pending() {
        return pending(OWNER, MADE);
    }

    /** Returns a subscription of {@code owner} that is to be challenged at once. */
    public static Subscription pending(Subscription.Owner owner, Instant made) {
        return new Subscription(
                new SubscriptionId(UUID.randomUUID()),
                owner,
                new Subscription.Wish(
                        "https://diarium.example.se/h\u00e4ndelser?a=\"1\"",
                        List.of(EventType.DECIDED, EventType.NOTED),
                        Set.of(new AuthorityId("bygg"), new AuthorityId("tekniska-namnden")),
                        "arkiv"),
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                made,
                SubscriptionState.PENDING,
                Optional.empty(),
                false,
                7,
                Optional.of(Calling.from(made)),
                List.of());
    }

    /** Returns a subscription whose receiver takes what it is sent, which is {@code outstanding}. */
    public static Subscription active(Outstanding... outstanding) {
        return pending().in(SubscriptionState.ACTIVE, Optional.empty(), List.of(outstanding));
    }

    /** Returns the subscription as one of {@code owner}. */
    public static Subscription owned(Subscription subscription, Subscription.Owner owner) {
        return pending(owner, subscription.createdAt())
                .in(subscription.state(), subscription.waitingSince(), subscription.outstanding());
    }

    /** Returns the subscription while its receiver fails. */
    public static Subscription failing(Subscription subscription, Instant since) {
        return subscription.in(SubscriptionState.ACTIVE, Optional.of(since), subscription.outstanding());
    }

    /** Returns an event of {@code in} at {@code position} that is to be sent at {@code due}. */
    public static Outstanding event(long position, CaseId in, Instant due) {
        return new Outstanding(position, UUID.randomUUID(), in, Calling.from(due));
    }

    /** Returns an event of a case of its own. */
    public static Outstanding event(long position, Instant due) {
        return event(position, CaseId.random(), due);
    }

    /** Returns the subscription with a call begun for each head. */
    public static Subscription begun(Subscription subscription, Calling.Call call) {
        List<Outstanding> heads = subscription.heads();
        return subscription.with(subscription.outstanding().stream()
                .map(each -> heads.contains(each) ? each.with(each.calling().begun(call)) : each)
                .toList());
    }
}
