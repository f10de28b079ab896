package se.ryggrad.api.events;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Is a wish to be sent events, and how far it has come.
 *
 * <p>{@link #toString()} never shows the secret.
 *
 * @param id its id
 * @param owner whose it is
 * @param wish what is sent where
 * @param secret what signs it: {@code whsec_} and base64
 * @param createdAt when it was made, in milliseconds
 * @param state how it stands with the receiver
 * @param waitingSince since when no delivery has succeeded, from the first that failed; absent when none has failed since
 * @param slow whether the receiver took its time to answer what it took last (EVT-029)
 * @param position the place in the feed up to which events are outstanding or done
 * @param challenge how it goes with the challenge; present while the state is pending, and only then
 * @param outstanding the events that are not taken yet, in the order of the feed
 */
public record Subscription(
        SubscriptionId id,
        Owner owner,
        Wish wish,
        String secret,
        Instant createdAt,
        SubscriptionState state,
        Optional<Instant> waitingSince,
        boolean slow,
        long position,
        Optional<Calling> challenge,
        List<Outstanding> outstanding) {

    /** How many events are outstanding at the most; the feed is read on when there are fewer. */
    public static final int MOST_OUTSTANDING = 100;

    private static final int AT_ONCE = 4;

    /** Copies the list; rejects absent parts, and a challenge without need or a lack of one. */
    public Subscription {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(wish, "wish");
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(waitingSince, "waitingSince");
        outstanding = List.copyOf(outstanding);
        if ((state == SubscriptionState.PENDING) != challenge.isPresent()) {
            throw new IllegalArgumentException("who is pending is challenged, and nobody else");
        }
    }

    /**
     * Says whose a subscription is.
     *
     * @param principal whose feed
     * @param client which system
     */
    public record Owner(PrincipalId principal, ActorId client) {

        /** Rejects absent parts. */
        public Owner {
            Objects.requireNonNull(principal, "principal");
            Objects.requireNonNull(client, "client");
        }
    }

    /**
     * Says what is sent where.
     *
     * @param url the receiver
     * @param types which events; empty for all
     * @param authorities of which authorities, those that the client reached (EVT-023)
     * @param system the client as its issuer names it, by which is told what it still reaches
     */
    public record Wish(String url, List<EventType> types, Set<AuthorityId> authorities, String system) {

        /** Copies the collections. */
        public Wish {
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(system, "system");
            types = List.copyOf(types);
            authorities = Set.copyOf(authorities);
        }

        /** Returns whether events of {@code type} are sent. */
        public boolean takes(EventType type) {
            return types.isEmpty() || types.contains(type);
        }
    }

    /** Returns whether the receiver is sent events and takes them, quickly. */
    public boolean proven() {
        return state == SubscriptionState.ACTIVE && waitingSince.isEmpty() && !slow;
    }

    /** Returns how many calls may be under way at a time: several to a receiver that is {@link #proven()}, else one. */
    public int atOnce() {
        return proven() ? AT_ONCE : 1;
    }

    /** Returns whether the feed is read on for it. */
    public boolean reads() {
        return state == SubscriptionState.ACTIVE && outstanding.size() < MOST_OUTSTANDING;
    }

    /** Returns the first outstanding event of each case: those that may be sent (EVT-025). */
    public List<Outstanding> heads() {
        Set<CaseId> seen = new HashSet<>();
        return outstanding.stream().filter(each -> seen.add(each.caseId())).toList();
    }

    /** Returns those of {@link #heads()} that calls can be begun for at {@code now}: as many as may be under way. */
    public List<Outstanding> ready(Instant now) {
        List<Outstanding> heads = heads();
        long under = heads.stream().filter(head -> head.calling().busy(now)).count();
        return heads.stream()
                .filter(head -> !head.calling().claimable().isAfter(now))
                .limit(Math.max(0, atOnce() - under))
                .toList();
    }

    /** Returns when a call to the receiver can be begun; nothing when none is to be. */
    public Optional<Instant> claimable() {
        return switch (state) {
            case PENDING -> challenge.map(Calling::claimable);
            case ACTIVE -> next();
            case PAUSED, REFUSED -> Optional.empty();
        };
    }

    private Optional<Instant> next() {
        List<Calling> first = heads().stream().map(Outstanding::calling).toList();
        long under = first.stream().filter(each -> each.under().isPresent()).count();
        Stream<Calling> possible = under < atOnce()
                ? first.stream()
                : first.stream().filter(each -> each.under().isPresent());
        return possible.map(Calling::claimable).min(Instant::compareTo);
    }

    /** Returns the same in another state, with nothing to be challenged. */
    public Subscription in(SubscriptionState now, Optional<Instant> waiting, List<Outstanding> left) {
        return new Subscription(
                id, owner, wish, secret, createdAt, now, waiting, slow, position, Optional.empty(), left);
    }

    /** Returns the same when the receiver has taken something, slowly or quickly. */
    public Subscription answering(boolean slowly) {
        return new Subscription(
                id, owner, wish, secret, createdAt, state, waitingSince, slowly, position, challenge, outstanding);
    }

    /** Returns the same while its receiver is challenged. */
    public Subscription challenged(Calling calling) {
        return new Subscription(
                id,
                owner,
                wish,
                secret,
                createdAt,
                SubscriptionState.PENDING,
                waitingSince,
                slow,
                position,
                Optional.of(calling),
                outstanding);
    }

    /** Returns the same with other outstanding events. */
    public Subscription with(List<Outstanding> left) {
        return at(position, left);
    }

    /** Returns the same when the feed is read up to {@code place}. */
    public Subscription at(long place, List<Outstanding> left) {
        return new Subscription(id, owner, wish, secret, createdAt, state, waitingSince, slow, place, challenge, left);
    }

    @Override
    public String toString() {
        return "Subscription[" + id.value() + ", " + state + "]";
    }
}
