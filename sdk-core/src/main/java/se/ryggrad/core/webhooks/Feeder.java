package se.ryggrad.core.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.ryggrad.api.events.EventLog;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.api.events.SubscriptionId;
import se.ryggrad.api.events.SubscriptionStore;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.turn.Moment;

/**
 * Takes up for each subscription what its feed has that it has not come to. Thread-safe.
 *
 * <p>What is there to be taken up is asked of the store and the feed each time: no event is missed for a signal that was lost
 * (EVT-030), and two nodes that do the same at once take it up once. A subscription that there was nothing for rests a moment,
 * so that a system that writes much does not write as much again for each of those that wait for something rare.
 */
final class Feeder {

    private static final System.Logger LOG = System.getLogger(Feeder.class.getName());
    private static final int AT_ONCE = 50;
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration REST_OF_THE_BROKEN = Duration.ofSeconds(30);

    private final WebhookPorts ports;
    private final SubscriptionStore store;
    private final EventLog feed;
    private final WebhookRounds rounds;

    Feeder(WebhookPorts ports, WebhookRounds rounds) {
        this.ports = ports;
        this.store = ports.store();
        this.feed = ports.feed();
        this.rounds = rounds;
    }

    /**
     * Takes up what there is, for some subscriptions.
     *
     * @return whether there may be more
     */
    boolean feed() {
        boolean more = false;
        for (PrincipalId principal : store.reading()) {
            more |= fed(principal);
        }
        return more;
    }

    /** Takes up what there is of one principal; what goes wrong there is logged, and stops no other. */
    private boolean fed(PrincipalId principal) {
        try {
            return new Turn(principal).feed();
        } catch (RuntimeException failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the feed of {0} is not read just now: {1}",
                    principal.value(),
                    failed.getClass().getName());
            return false;
        }
    }

    private Instant now() {
        return Moment.of(ports.clock()).now();
    }

    /** Is one look at the feed of a principal; those who ask the same of it get one answer. */
    private final class Turn {

        private final Map<Asked, List<FeedEvent>> answers = new HashMap<>();
        private final Set<SubscriptionId> passing = new HashSet<>();
        private final PrincipalId principal;
        private final long end;

        private Turn(PrincipalId principal) {
            this.principal = principal;
            this.end = feed.end(principal);
        }

        private boolean feed() {
            List<Subscription> behind = store.behind(principal, end, now(), AT_ONCE);
            behind.forEach(this::fed);
            if (!passing.isEmpty()) {
                store.pass(passing, end, now().plus(REST));
            }
            return !behind.isEmpty();
        }

        /** Takes up what there is for one; what goes wrong there is logged, and stops no other. */
        private void fed(Subscription subscription) {
            try {
                takeUp(subscription);
            } catch (RuntimeException failed) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "the feed is not read for subscription {0} just now: {1}",
                        subscription.id().value(),
                        failed.getClass().getName());
                store.pass(Set.of(subscription.id()), subscription.position(), now().plus(REST_OF_THE_BROKEN));
            }
        }

        private void takeUp(Subscription subscription) {
            long from = subscription.position();
            int room =
                    Subscription.MOST_OUTSTANDING - subscription.outstanding().size();
            List<FeedEvent> events =
                    answers.computeIfAbsent(new Asked(ports.reached(subscription), from, room), this::read);
            boolean whole = events.size() < room;
            if (whole && events.stream().map(FeedEvent::type).noneMatch(subscription.wish()::takes)) {
                passing.add(subscription.id());
                return;
            }
            long last = events.isEmpty() ? from : events.get(events.size() - 1).position();
            long to = whole ? Math.max(end, last) : last;
            store.change(subscription.id(), kept -> rounds.read(kept, from, events, to, now()));
        }

        private List<FeedEvent> read(Asked asked) {
            return feed.read(principal, asked.authorities(), asked.after(), asked.limit());
        }
    }

    /** Is a question to the feed of a principal. */
    private record Asked(Set<AuthorityId> authorities, long after, int limit) {}
}
