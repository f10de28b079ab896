package se.ryggrad.core.webhooks;

import java.time.Clock;
import java.util.List;
import se.ryggrad.api.events.EventLog;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.api.events.SubscriptionStore;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.turn.Moment;

/**
 * Takes up for each subscription what its feed has that it has not come to. Thread-safe.
 *
 * <p>What is there to be taken up is asked of the store and the feed each time: no event is missed for a signal that was lost
 * (EVT-030), and two nodes that do the same at once take it up once.
 */
final class Feeder {

    private static final int AT_ONCE = 50;

    private final SubscriptionStore store;
    private final EventLog feed;
    private final WebhookRounds rounds;
    private final Clock clock;

    Feeder(SubscriptionStore store, EventLog feed, WebhookRounds rounds, Clock clock) {
        this.store = store;
        this.feed = feed;
        this.rounds = rounds;
        this.clock = clock;
    }

    /**
     * Takes up what there is, for some subscriptions.
     *
     * @return whether there may be more
     */
    boolean feed() {
        boolean more = false;
        for (PrincipalId principal : store.reading()) {
            long end = feed.end(principal);
            List<Subscription> behind = store.behind(principal, end, AT_ONCE);
            behind.forEach(subscription -> feed(subscription, end));
            more = more || !behind.isEmpty();
        }
        return more;
    }

    /**
     * Takes up what there is for one subscription.
     *
     * @param end the place up to which no event can come any more
     */
    private void feed(Subscription subscription, long end) {
        long from = subscription.position();
        int room = Subscription.MOST_OUTSTANDING - subscription.outstanding().size();
        List<FeedEvent> events =
                feed.read(subscription.owner().principal(), subscription.wish().authorities(), from, room);
        long last = events.isEmpty() ? from : events.get(events.size() - 1).position();
        long to = events.size() < room ? Math.max(end, last) : last;
        store.change(
                subscription.id(),
                kept -> rounds.read(kept, from, events, to, Moment.of(clock).now()));
    }
}
