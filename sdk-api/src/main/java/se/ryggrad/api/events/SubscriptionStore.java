package se.ryggrad.api.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Keeps subscriptions and how far each has come. You plug it in.
 *
 * <p>Thread-safe, and shared by the nodes of a system. A store that cannot be reached, or that waits too long for another
 * transaction, throws {@code unavailable}. Each method is one transaction. A function that is given to it is quick, does
 * nothing but return or throw, and may be called again when the transaction is done again; what it throws is thrown, and
 * then nothing is changed.
 */
public interface SubscriptionStore {

    /** Returns what {@code claim}'s key is bound to, or nothing. */
    Optional<KeptAnswer> answer(Claim claim);

    /**
     * Keeps a new subscription and binds {@code claim}'s key to the answer, all or nothing; the resource of the answer is the
     * id of the subscription.
     *
     * <p>Of two at once with the same key, or of the same owner, the later waits up to 10 seconds for the first, then throws
     * {@code unavailable}.
     *
     * @param most how many the owner may have with this one
     */
    Keeping keep(Subscription subscription, int most, Claim claim, Answer answer);

    /** Tells how it went with a subscription that was to be kept. */
    sealed interface Keeping {

        /** It is kept. */
        record Done() implements Keeping {}

        /**
         * The key was bound before, and nothing was kept.
         *
         * @param before to what
         */
        record Bound(KeptAnswer before) implements Keeping {}

        /** The owner has as many as it may, and nothing was kept. */
        record Full() implements Keeping {}
    }

    /** Returns how many subscriptions there are of {@code owner}. */
    int count(Subscription.Owner owner);

    /** Returns a subscription, or nothing. */
    Optional<Subscription> find(SubscriptionId id);

    /**
     * Returns one page of the subscriptions of {@code owner}, the latest made first, those of one moment by their ids as text;
     * the total only when it is asked for.
     */
    Page<Subscription> list(Subscription.Owner owner, PageRequest page);

    /**
     * Changes a subscription: its state, and how far it has come.
     *
     * @return the subscription afterwards, or nothing when there is none
     */
    Optional<Subscription> change(SubscriptionId id, UnaryOperator<Subscription> change);

    /** Takes a subscription away for good; returns whether there was one. Answers that speak of it stay. */
    boolean delete(SubscriptionId id);

    /**
     * Begins calls: changes those that are claimable at {@code now}, the longest first, as {@code begin} says. Two that ask
     * at once never get the same, and neither waits for the other.
     *
     * @param proven whether those that {@link Subscription#proven()}, or the others
     * @param share for how many there are places
     * @param begin marks the calls that are begun
     * @return the subscriptions afterwards
     */
    List<Subscription> claim(Instant now, boolean proven, Share share, UnaryOperator<Subscription> begin);

    /**
     * Returns when the next of {@link #claim} is claimable, in the past where one is already; nothing when none is.
     *
     * @param but clients that there is no place for
     */
    Optional<Instant> nextDue(boolean proven, Set<Subscription.Owner> but);

    /** Returns the principals whose feed is read for some subscription. */
    Set<PrincipalId> reading();

    /**
     * Returns subscriptions that the feed is read for, that have not come to {@code end}, and that do not rest at {@code now};
     * those least far first.
     *
     * @param limit how many at the most
     */
    List<Subscription> behind(PrincipalId principal, long end, Instant now, int limit);

    /**
     * Takes subscriptions on to a place in the feed, those that are not as far, since there was nothing for them: a change of
     * nothing else. They rest, and are not {@link #behind} before {@code until}.
     */
    void pass(Set<SubscriptionId> ids, long to, Instant until);
}
