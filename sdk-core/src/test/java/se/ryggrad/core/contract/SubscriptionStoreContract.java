package se.ryggrad.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.events.Calling;
import se.ryggrad.api.events.Outstanding;
import se.ryggrad.api.events.Share;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.api.events.SubscriptionId;
import se.ryggrad.api.events.SubscriptionState;
import se.ryggrad.api.events.SubscriptionStore;
import se.ryggrad.api.events.SubscriptionStore.Keeping;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.contract.requirement.Holds;

/** Says what every store of subscriptions keeps, and who it gives them to. */
public abstract class SubscriptionStoreContract {

    private static final Instant MADE = Subscribed.MADE;
    private static final int MANY = 100;
    private static final Subscription.Owner OTHER =
            new Subscription.Owner(Subscribed.OWNER.principal(), new ActorId("somebody-else"));
    private static final Subscription.Owner ELSEWHERE =
            new Subscription.Owner(new PrincipalId("2582"), Subscribed.OWNER.client());
    private static final Calling.Call CALL = new Calling.Call(UUID.randomUUID(), MADE.plusSeconds(40));

    /** Returns the store under test; empty at the beginning of each test, the same within one. */
    protected abstract SubscriptionStore store();

    @Holds("EVT-010")
    final void keepsEveryPartOfASubscription() {
        Subscription pending = kept(Subscribed.pending());
        Subscription failing = kept(Subscribed.failing(
                Subscribed.begun(Subscribed.active(Subscribed.event(8, MADE), Subscribed.event(9, MADE)), CALL), MADE));

        assertThat(store().find(pending.id())).contains(pending);
        assertThat(store().find(failing.id())).contains(failing);
        assertThat(store().find(pending.id()).orElseThrow().secret()).isEqualTo(pending.secret());
        assertThat(store().find(new SubscriptionId(UUID.randomUUID()))).isEmpty();
    }

    @Holds("CORE-029")
    final void bindsAKeyOnceAndKeepsNothingTheSecondTime() {
        Claim claim = Messages.claim(UUID.randomUUID());
        Subscription first = Subscribed.pending();
        Subscription second = Subscribed.pending();

        assertThat(store().answer(claim)).isEmpty();
        assertThat(store().keep(first, MANY, claim, Messages.answer("first"))).isInstanceOf(Keeping.Done.class);
        Keeping again = store().keep(second, MANY, claim, Messages.answer("second"));

        KeptAnswer bound = new KeptAnswer(
                claim.requestDigest(), first.id().value().toString(), Optional.of(Messages.answer("first")));
        assertThat(again).isEqualTo(new Keeping.Bound(bound));
        assertThat(store().answer(claim)).contains(bound);
        assertThat(store().find(second.id())).isEmpty();
    }

    @Holds("EVT-031")
    final void keepsAsManyOfAnOwnerAsItMayHave() {
        kept(Subscribed.pending());
        Subscription last = Subscribed.pending();
        Claim claim = Messages.claim(UUID.randomUUID());

        assertThat(store().keep(last, 1, claim, Messages.answer("{}"))).isInstanceOf(Keeping.Full.class);

        assertThat(store().find(last.id())).isEmpty();
        assertThat(store().answer(claim)).isEmpty();
        assertThat(store().keep(Subscribed.pending(OTHER, MADE), 1, claim, Messages.answer("{}")))
                .isInstanceOf(Keeping.Done.class);
    }

    @Holds("EVT-031")
    final void keepsNoMoreThanAnOwnerMayHaveOfManyAtOnce() {
        kept(Subscribed.pending());
        List<Keeping> ends = Together.run(
                4,
                each -> store().keep(
                                Subscribed.pending(),
                                3,
                                Messages.claim(UUID.randomUUID()),
                                Messages.answer("number " + each)));

        assertThat(ends).filteredOn(Keeping.Done.class::isInstance).hasSize(2);
        assertThat(store().count(Subscribed.OWNER)).isEqualTo(3);
    }

    @Holds("EVT-018")
    final void showsTheLatestFirstToTheirOwnerAlone() {
        Subscription old = kept(Subscribed.pending(Subscribed.OWNER, MADE.minusSeconds(5)));
        Subscription latest = kept(Subscribed.pending());
        kept(Subscribed.pending(OTHER, MADE));
        kept(Subscribed.pending(ELSEWHERE, MADE));

        Page<Subscription> all = store().list(Subscribed.OWNER, new PageRequest(1, 20, true));

        assertThat(all.items()).containsExactly(latest, old);
        assertThat(all.total()).hasValue(2);
        assertThat(store().count(Subscribed.OWNER)).isEqualTo(2);
        assertThat(store().count(OTHER)).isEqualTo(1);
    }

    @Holds("EVT-018")
    final void showsPagesThoseOfOneMomentByTheirIds() {
        for (int each = 0; each < 5; each++) {
            kept(Subscribed.pending());
        }
        Page<Subscription> first = store().list(Subscribed.OWNER, new PageRequest(1, 3, false));
        Page<Subscription> last = store().list(Subscribed.OWNER, new PageRequest(2, 3, false));

        List<String> ids = new ArrayList<>();
        first.items().forEach(each -> ids.add(each.id().value().toString()));
        last.items().forEach(each -> ids.add(each.id().value().toString()));
        assertThat(first.more()).isTrue();
        assertThat(first.total()).isEmpty();
        assertThat(last.more()).isFalse();
        assertThat(ids).hasSize(5).isSorted().doesNotHaveDuplicates();
    }

    @Holds("EVT-017")
    final void changesWhatIsThereAndNothingWhenAChangeIsRefused() {
        Subscription active = kept(Subscribed.active(Subscribed.event(8, MADE)));

        Optional<Subscription> changed = store().change(active.id(), each -> each.at(9, List.of()));

        assertThat(changed).contains(active.at(9, List.of()));
        assertThat(store().find(active.id())).isEqualTo(changed);
        assertThat(store().change(new SubscriptionId(UUID.randomUUID()), UnaryOperator.identity()))
                .isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> store().change(active.id(), each -> {
                    throw new IllegalStateException("refused");
                }));
        assertThat(store().find(active.id())).isEqualTo(changed);
    }

    @Holds("EVT-024")
    final void losesNoneOfManyChangesAtOnce() {
        Subscription active = kept(Subscribed.active());

        Together.run(4, each -> store().change(active.id(), now -> now.at(now.position() + 1, now.outstanding())));

        assertThat(store().find(active.id()).orElseThrow().position()).isEqualTo(active.position() + 4);
    }

    @Holds("EVT-019")
    final void takesAwayForGood() {
        Subscription active = kept(Subscribed.active(Subscribed.event(8, MADE)));

        assertThat(store().delete(active.id())).isTrue();
        assertThat(store().delete(active.id())).isFalse();
        assertThat(store().find(active.id())).isEmpty();
        assertThat(store().change(active.id(), UnaryOperator.identity())).isEmpty();
        assertThat(claim(MADE, true)).isEmpty();
        assertThat(store().count(Subscribed.OWNER)).isZero();
        assertThat(store().reading()).isEmpty();
    }

    @Holds("EVT-024")
    final void givesWhatIsClaimableTheLongestFirst() {
        Subscription later = kept(Subscribed.active(Subscribed.event(8, MADE.plusSeconds(2))));
        Subscription sooner = kept(Subscribed.active(Subscribed.event(8, MADE.plusSeconds(1))));
        kept(Subscribed.active(Subscribed.event(8, MADE.plusSeconds(9))));
        kept(Subscribed.active());

        assertThat(claim(MADE, true)).isEmpty();
        assertThat(store().nextDue(true, Set.of())).contains(MADE.plusSeconds(1));
        assertThat(store().claim(MADE.plusSeconds(2), true, Share.of(1), each -> Subscribed.begun(each, CALL)))
                .extracting(Subscription::id)
                .containsExactly(sooner.id());
        assertThat(claim(MADE.plusSeconds(2), true))
                .extracting(Subscription::id)
                .containsExactly(later.id());
        assertThat(claim(MADE.plusSeconds(2), true)).isEmpty();
    }

    @Holds("EVT-030")
    final void keepsWhatWasBegunAndGivesItAgainWhenItIsLost() {
        Subscription active = kept(Subscribed.active(Subscribed.event(8, MADE)));

        List<Subscription> begun = claim(MADE, true);

        assertThat(begun).containsExactly(Subscribed.begun(active, CALL));
        assertThat(store().find(active.id())).contains(begun.get(0));
        assertThat(store().nextDue(true, Set.of())).contains(CALL.until());
        assertThat(claim(CALL.until().minusMillis(1), true)).isEmpty();
        assertThat(claim(CALL.until(), true)).hasSize(1);
    }

    @Holds("EVT-029")
    final void tellsThoseThatTakeWhatTheyAreSentFromOthers() {
        Subscription proven = kept(Subscribed.active(Subscribed.event(8, MADE)));
        Subscription pending = kept(Subscribed.pending());
        Subscription failing = kept(Subscribed.failing(Subscribed.active(Subscribed.event(8, MADE)), MADE));

        assertThat(store().claim(MADE, true, Share.of(10), UnaryOperator.identity()))
                .containsExactly(proven);
        assertThat(store().claim(MADE, false, Share.of(10), UnaryOperator.identity()))
                .containsExactlyInAnyOrder(pending, failing);
        assertThat(store().nextDue(false, Set.of())).contains(MADE);
        store().change(
                        failing.id(),
                        each -> each.in(SubscriptionState.PAUSED, each.waitingSince(), each.outstanding()));
        store().delete(pending.id());
        assertThat(store().nextDue(false, Set.of())).isEmpty();
    }

    @Holds("EVT-025")
    final void givesASubscriptionToOneOfManyWhoAskAtOnce() {
        for (int each = 0; each < 20; each++) {
            kept(Subscribed.active(Subscribed.event(8, MADE)));
        }

        List<List<Subscription>> taken = new ArrayList<>(Together.run(
                4, each -> store().claim(MADE, true, Share.of(8), now -> Subscribed.begun(now, CALL))));
        taken.add(claim(MADE, true));

        assertThat(taken.stream().flatMap(Collection::stream).map(Subscription::id))
                .hasSize(20)
                .doesNotHaveDuplicates();
    }

    @Holds("EVT-024")
    final void tellsWhoseFeedIsReadAndWhoIsBehind() {
        Subscription far = kept(Subscribed.active().at(9, List.of()));
        Subscription near = kept(Subscribed.active());
        Subscription full = kept(full());
        kept(Subscribed.pending(ELSEWHERE, MADE));

        assertThat(store().reading()).containsExactly(Subscribed.OWNER.principal());
        assertThat(behind(10, 10)).containsExactly(near.id(), far.id()).doesNotContain(full.id());
        assertThat(behind(10, 1)).containsExactly(near.id());
        assertThat(behind(9, 10)).containsExactly(near.id());
        assertThat(behind(7, 10)).isEmpty();
        assertThat(store().behind(ELSEWHERE.principal(), 10, MADE, 10)).isEmpty();
    }

    @Holds("EVT-029")
    final void givesEachClientItsShareAndNoMore() {
        for (int each = 0; each < 3; each++) {
            kept(Subscribed.active(Subscribed.event(8, MADE)));
        }
        Subscription other = kept(Subscribed.owned(Subscribed.active(Subscribed.event(8, MADE.plusSeconds(1))), OTHER));
        Share first = new Share(2, 8, Map.of());
        Share then = new Share(2, 8, Map.of(Subscribed.OWNER, 2));
        Instant now = MADE.plusSeconds(2);

        assertThat(store().nextDue(true, Set.of(Subscribed.OWNER))).contains(MADE.plusSeconds(1));
        assertThat(store().claim(now, true, first, each -> Subscribed.begun(each, CALL)))
                .filteredOn(each -> each.owner().equals(Subscribed.OWNER))
                .hasSize(2);
        store().claim(now, true, then, each -> Subscribed.begun(each, CALL));
        assertThat(store().find(other.id()).orElseThrow()).isEqualTo(Subscribed.begun(other, CALL));
        assertThat(store().nextDue(true, Set.of())).contains(MADE);
        assertThat(store().nextDue(true, Set.of(Subscribed.OWNER, OTHER))).isEmpty();
        assertThat(store().claim(now, true, new Share(2, 2, Map.of(OTHER, 2)), UnaryOperator.identity()))
                .isEmpty();
    }

    @Holds("EVT-029")
    final void takesSomeOnWithoutAChangeAndLetsThemRest() {
        Subscription near = kept(Subscribed.active(Subscribed.event(6, MADE)));
        Subscription far = kept(Subscribed.active().at(12, List.of()));
        Subscription gone = Subscribed.active();

        store().pass(Set.of(near.id(), far.id(), gone.id()), 10, MADE.plusSeconds(1));

        assertThat(store().find(near.id())).contains(near.at(10, near.outstanding()));
        assertThat(store().find(far.id())).contains(far);
        assertThat(store().find(gone.id())).isEmpty();
        assertThat(behind(20, 10)).isEmpty();
        assertThat(store().behind(Subscribed.OWNER.principal(), 20, MADE.plusSeconds(1), 10))
                .extracting(Subscription::id)
                .containsExactly(near.id(), far.id());
        store().change(near.id(), kept -> kept.with(List.of()));
        assertThat(store().find(near.id()).orElseThrow().position()).isEqualTo(10);
    }

    private static Subscription full() {
        List<Outstanding> all = new ArrayList<>();
        for (int place = 8; all.size() < Subscription.MOST_OUTSTANDING; place++) {
            all.add(Subscribed.event(place, MADE.plusSeconds(60)));
        }
        return Subscribed.active().with(all);
    }

    private List<SubscriptionId> behind(long end, int limit) {
        return store().behind(Subscribed.OWNER.principal(), end, MADE, limit).stream()
                .map(Subscription::id)
                .toList();
    }

    private Subscription kept(Subscription subscription) {
        store().keep(subscription, MANY, Messages.claim(UUID.randomUUID()), Messages.answer("{}"));
        return subscription;
    }

    private List<Subscription> claim(Instant now, boolean proven) {
        return store().claim(now, proven, Share.of(100), each -> Subscribed.begun(each, CALL));
    }
}
