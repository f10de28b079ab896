package se.ryggrad.core.memory.events;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.events.Share;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.api.events.SubscriptionId;
import se.ryggrad.api.events.SubscriptionStore;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.memory.KeptAnswers;

/** Keeps subscriptions in memory. Thread-safe. */
public final class InMemorySubscriptionStore implements SubscriptionStore {

    private static final Comparator<Subscription> LATEST_FIRST = Comparator.comparing(Subscription::createdAt)
            .reversed()
            .thenComparing(subscription -> subscription.id().value().toString());

    private final Map<SubscriptionId, Subscription> subscriptions = new HashMap<>();
    private final Map<SubscriptionId, Instant> resting = new HashMap<>();
    private final KeptAnswers answers = new KeptAnswers();

    /** Creates an empty store. */
    public InMemorySubscriptionStore() {}

    @Override
    public synchronized Optional<KeptAnswer> answer(Claim claim) {
        return answers.find(claim);
    }

    @Override
    public synchronized Keeping keep(Subscription subscription, int most, Claim claim, Answer answer) {
        Optional<KeptAnswer> before = answers.find(claim);
        if (before.isPresent()) {
            return new Keeping.Bound(before.get());
        }
        if (count(subscription.owner()) >= most) {
            return new Keeping.Full();
        }
        subscriptions.put(subscription.id(), subscription);
        answers.keep(claim, subscription.id().value().toString(), answer);
        return new Keeping.Done();
    }

    @Override
    public synchronized int count(Subscription.Owner owner) {
        return (int) of(owner).count();
    }

    @Override
    public synchronized Optional<Subscription> find(SubscriptionId id) {
        return Optional.ofNullable(subscriptions.get(id));
    }

    @Override
    public synchronized Page<Subscription> list(Subscription.Owner owner, PageRequest page) {
        return Page.of(of(owner).sorted(LATEST_FIRST).toList(), page);
    }

    private Stream<Subscription> of(Subscription.Owner owner) {
        return subscriptions.values().stream()
                .filter(subscription -> subscription.owner().equals(owner));
    }

    @Override
    public synchronized Optional<Subscription> change(SubscriptionId id, UnaryOperator<Subscription> change) {
        Optional<Subscription> changed = find(id).map(change);
        changed.ifPresent(after -> subscriptions.put(id, after));
        return changed;
    }

    @Override
    public synchronized boolean delete(SubscriptionId id) {
        resting.remove(id);
        return subscriptions.remove(id) != null;
    }

    @Override
    public synchronized List<Subscription> claim(
            Instant now, boolean proven, Share share, UnaryOperator<Subscription> begin) {
        List<Subscription> claimable = subscriptions.values().stream()
                .filter(subscription -> subscription.proven() == proven)
                .filter(subscription ->
                        subscription.claimable().filter(at -> !at.isAfter(now)).isPresent())
                .sorted(Comparator.comparing(
                        subscription -> subscription.claimable().orElseThrow()))
                .toList();
        return share.fitting(claimable, now).stream()
                .flatMap(each -> change(each.id(), begin).stream())
                .toList();
    }

    @Override
    public synchronized Optional<Instant> nextDue(boolean proven, Set<Subscription.Owner> but) {
        return subscriptions.values().stream()
                .filter(subscription -> subscription.proven() == proven && !but.contains(subscription.owner()))
                .flatMap(subscription -> subscription.claimable().stream())
                .min(Comparator.naturalOrder());
    }

    @Override
    public synchronized Set<PrincipalId> reading() {
        return subscriptions.values().stream()
                .filter(Subscription::reads)
                .map(subscription -> subscription.owner().principal())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized List<Subscription> behind(PrincipalId principal, long end, Instant now, int limit) {
        return subscriptions.values().stream()
                .filter(Subscription::reads)
                .filter(subscription -> subscription.owner().principal().equals(principal))
                .filter(subscription -> subscription.position() < end)
                .filter(subscription ->
                        !resting.getOrDefault(subscription.id(), now).isAfter(now))
                .sorted(Comparator.comparingLong(Subscription::position))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void pass(Set<SubscriptionId> ids, long to, Instant until) {
        for (SubscriptionId id : ids) {
            change(id, kept -> kept.position() < to ? kept.at(to, kept.outstanding()) : kept)
                    .ifPresent(kept -> resting.put(id, until));
        }
    }
}
