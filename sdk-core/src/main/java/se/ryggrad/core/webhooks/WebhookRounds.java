package se.ryggrad.core.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.events.Calling;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.events.Outstanding;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.api.events.SubscriptionState;
import se.ryggrad.api.events.WebhookTerms;

/**
 * Says what becomes of a subscription with everything that happens to it: a subscription and what happened give the
 * subscription afterwards (EVT-015 to EVT-017, EVT-024, EVT-025, EVT-027, EVT-028). Thread-safe, and without state.
 *
 * <p>Of each case one event at the most is being sent, the first that was not taken. What comes of a call that somebody else
 * has taken over changes nothing, but that an event was taken.
 */
public final class WebhookRounds {

    private static final int CHALLENGES = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 20;

    private final WebhookTerms terms;

    /** Creates the machine. */
    public WebhookRounds(WebhookTerms terms) {
        this.terms = terms;
    }

    /** Tells how a delivery went. */
    public enum Result {
        /** The receiver took it, or answered the challenge; or it is not to be sent any more. */
        TAKEN,
        /** The receiver took it, and took its time. */
        TAKEN_LATE,
        /** The receiver did not take it. */
        FAILED,
        /** The receiver wants nothing any more: it answered 410. */
        GONE,
        /** It was not sent, since something has happened in between: no fault of the receiver's. */
        UNSENT
    }

    /** Marks the calls that {@code call} begins: a challenge, or events that are due, as many as may be under way. */
    public Subscription begin(Subscription subscription, Calling.Call call, Instant now) {
        return switch (subscription.state()) {
            case PENDING -> challenging(subscription, call, now);
            case ACTIVE -> sending(subscription, call, now);
            case PAUSED, REFUSED -> subscription;
        };
    }

    private static Subscription challenging(Subscription subscription, Calling.Call call, Instant now) {
        Calling challenge = subscription.challenge().orElseThrow();
        if (challenge.claimable().isAfter(now)) {
            return subscription;
        }
        return challenge.tries() < CHALLENGES ? subscription.challenged(challenge.begun(call)) : refused(subscription);
    }

    private Subscription sending(Subscription subscription, Calling.Call call, Instant now) {
        if (hopeless(subscription, now)) {
            return paused(subscription);
        }
        List<Long> begun =
                subscription.ready(now).stream().map(Outstanding::position).toList();
        return subscription.with(subscription.outstanding().stream()
                .map(each -> begun.contains(each.position())
                        ? each.with(each.calling().begun(call))
                        : each.with(each.calling().unlessLost(now)))
                .toList());
    }

    /** Returns the events that the call {@code id} sends. */
    public static List<Outstanding> begun(Subscription subscription, UUID id) {
        return subscription.outstanding().stream()
                .filter(each -> each.calling().by(id))
                .toList();
    }

    /** Returns whether the call {@code id} challenges the receiver. */
    public static boolean challenges(Subscription subscription, UUID id) {
        return subscription.challenge().filter(challenge -> challenge.by(id)).isPresent();
    }

    /** Ends a challenge; one that was not sent is none of the three. */
    public Subscription challenged(Subscription subscription, UUID call, Result result, Instant now) {
        if (!challenges(subscription, call)) {
            return subscription;
        }
        Calling challenge = subscription.challenge().orElseThrow();
        if (result == Result.UNSENT) {
            return subscription.challenged(challenge.unsent(now.plus(terms.firstRetry())));
        }
        if (result == Result.TAKEN) {
            return subscription.in(SubscriptionState.ACTIVE, Optional.empty(), afresh(subscription, now));
        }
        return challenge.tries() < CHALLENGES
                ? subscription.challenged(challenge.again(now.plus(pause(challenge.tries()))))
                : refused(subscription);
    }

    /** Ends the delivery of an event. */
    public Subscription ended(Subscription subscription, UUID event, UUID call, Result result, Instant now) {
        Optional<Outstanding> sent = subscription.outstanding().stream()
                .filter(each -> each.event().equals(event))
                .findFirst();
        if (sent.isPresent() && (result == Result.TAKEN || result == Result.TAKEN_LATE)) {
            return taken(subscription, sent.get()).answering(result == Result.TAKEN_LATE);
        }
        return sent.filter(each -> each.calling().by(call))
                .map(each -> failed(subscription, each, result, now))
                .orElse(subscription);
    }

    /** Takes an event for done: it was, whoever sends it again just now. */
    private static Subscription taken(Subscription subscription, Outstanding sent) {
        List<Outstanding> left = subscription.outstanding().stream()
                .filter(each -> !each.equals(sent))
                .toList();
        return subscription.state() == SubscriptionState.PENDING
                ? subscription.with(left)
                : subscription.in(subscription.state(), Optional.empty(), left);
    }

    private Subscription failed(Subscription subscription, Outstanding sent, Result result, Instant now) {
        if (subscription.state() != SubscriptionState.ACTIVE || result == Result.UNSENT) {
            Calling unsent = sent.calling().unsent(now.plus(terms.firstRetry()));
            return subscription.with(replaced(subscription, sent.with(unsent)));
        }
        Instant since = subscription.waitingSince().orElse(now);
        Instant end = since.plus(terms.giveUpAfter());
        Instant then = now.plus(pause(sent.calling().tries()));
        Calling calling = sent.calling().again(then.isBefore(end) ? then : end);
        Subscription waiting = subscription.in(
                SubscriptionState.ACTIVE, Optional.of(since), replaced(subscription, sent.with(calling)));
        return result == Result.GONE || hopeless(waiting, now) ? paused(waiting) : waiting;
    }

    private boolean hopeless(Subscription subscription, Instant now) {
        return subscription
                .waitingSince()
                .filter(since -> !now.isBefore(since.plus(terms.giveUpAfter())))
                .isPresent();
    }

    /** Challenges the receiver of a subscription anew that is paused or refused. */
    public Subscription resumed(Subscription subscription, Instant now) {
        return subscription.challenged(Calling.from(now));
    }

    /**
     * Takes up what the feed had.
     *
     * @param from where the feed was read from: where the subscription has come further since, nothing changes
     * @param events what it had that the subscription reaches
     * @param to up to where
     */
    public Subscription read(Subscription subscription, long from, List<FeedEvent> events, long to, Instant now) {
        if (subscription.state() != SubscriptionState.ACTIVE || subscription.position() != from) {
            return subscription;
        }
        List<Outstanding> all = new ArrayList<>(subscription.outstanding());
        events.stream()
                .filter(event -> subscription.wish().takes(event.type()))
                .map(event -> new Outstanding(event.position(), event.id(), event.caseId(), Calling.from(now)))
                .forEach(all::add);
        return subscription.at(to, all);
    }

    private static Subscription refused(Subscription subscription) {
        return subscription.in(SubscriptionState.REFUSED, subscription.waitingSince(), subscription.outstanding());
    }

    private static Subscription paused(Subscription subscription) {
        return subscription.in(SubscriptionState.PAUSED, subscription.waitingSince(), subscription.outstanding());
    }

    private static List<Outstanding> afresh(Subscription subscription, Instant now) {
        return subscription.outstanding().stream()
                .map(each -> each.with(each.calling().afresh(now)))
                .toList();
    }

    private static List<Outstanding> replaced(Subscription subscription, Outstanding changed) {
        return subscription.outstanding().stream()
                .map(each -> each.position() == changed.position() ? changed : each)
                .toList();
    }

    private Duration pause(int tries) {
        Duration own = terms.firstRetry().multipliedBy(1L << Math.min(MOST_DOUBLINGS, Math.max(0, tries - 1)));
        return own.compareTo(LONGEST_PAUSE) < 0 ? own : LONGEST_PAUSE;
    }
}
