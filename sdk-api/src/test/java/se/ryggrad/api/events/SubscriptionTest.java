package se.ryggrad.api.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;

class SubscriptionTest {

    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
    private static final CaseId ONE = new CaseId(UUID.randomUUID());
    private static final CaseId OTHER = new CaseId(UUID.randomUUID());

    @Test
    void sendsTheFirstEventOfEachCase() {
        Outstanding first = of(1, ONE, NOW.plusSeconds(9));
        Outstanding other = of(3, OTHER, NOW.plusSeconds(5));

        assertThat(active(first, of(2, ONE, NOW), other, of(4, OTHER, NOW)).heads())
                .containsExactly(first, other);
    }

    @Test
    void isClaimableWhenTheFirstHeadIsDue() {
        assertThat(active(of(1, ONE, NOW.plusSeconds(9)), of(2, ONE, NOW)).claimable())
                .contains(NOW.plusSeconds(9));
        assertThat(active().claimable()).isEmpty();
    }

    @Test
    void isClaimableWhenACallIsLost() {
        Outstanding under = calling(of(1, ONE, NOW), NOW.plusSeconds(40));

        assertThat(active(under).claimable()).contains(NOW.plusSeconds(40));
        assertThat(active(under, of(2, OTHER, NOW)).claimable()).contains(NOW);
    }

    @Test
    void makesOneCallAtATimeToWhoeverFails() {
        Outstanding under = calling(of(1, ONE, NOW), NOW.plusSeconds(40));
        Subscription failing = active(under, of(2, OTHER, NOW))
                .in(SubscriptionState.ACTIVE, Optional.of(NOW), List.of(under, of(2, OTHER, NOW)));

        assertThat(failing.proven()).isFalse();
        assertThat(failing.claimable()).contains(NOW.plusSeconds(40));
    }

    @Test
    void makesOneCallAtATimeToWhoeverAnswersSlowlyAndSeveralToOthers() {
        Subscription quick = active(of(1, ONE, NOW), of(2, OTHER, NOW));
        Subscription slow = quick.answering(true);

        assertThat(slow.proven()).isFalse();
        assertThat(slow.ready(NOW)).hasSize(1);
        assertThat(slow.answering(false)).isEqualTo(quick);
        assertThat(quick.proven()).isTrue();
        assertThat(quick.ready(NOW)).hasSize(2);
    }

    @Test
    void leavesInPeaceWhoeverIsPausedOrRefused() {
        List<Outstanding> due = List.of(of(1, ONE, NOW));

        assertThat(active().in(SubscriptionState.PAUSED, Optional.empty(), due).claimable())
                .isEmpty();
        assertThat(active().in(SubscriptionState.REFUSED, Optional.empty(), due).claimable())
                .isEmpty();
        assertThat(active().in(SubscriptionState.PAUSED, Optional.empty(), due).reads())
                .isFalse();
    }

    @Test
    void readsTheFeedWhileThereIsRoom() {
        List<Outstanding> full = new ArrayList<>();
        for (int place = 1; place <= Subscription.MOST_OUTSTANDING; place++) {
            full.add(of(place, ONE, NOW));
        }

        assertThat(active().with(full).reads()).isFalse();
        assertThat(active().with(full.subList(1, full.size())).reads()).isTrue();
    }

    @Test
    void isChallengedWhilePendingAlone() {
        Subscription pending = active().challenged(Calling.from(NOW));

        assertThat(pending.state()).isEqualTo(SubscriptionState.PENDING);
        assertThat(pending.claimable()).contains(NOW);
        assertThat(pending.reads()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> active().in(SubscriptionState.PENDING, Optional.empty(), List.of()));
    }

    @Test
    void neverShowsItsSecret() {
        assertThat(active().toString()).doesNotContain("whsec_");
    }

    @Test
    void takesTheTypesItNamesOrAll() {
        assertThat(new Subscription.Wish("https://a.example", List.of(), Set.of(), "client").takes(EventType.NOTED))
                .isTrue();
        assertThat(new Subscription.Wish("https://a.example", List.of(EventType.DECIDED), Set.of(), "client")
                        .takes(EventType.NOTED))
                .isFalse();
    }

    @Test
    void keepsTermsWithinTheStandard() {
        Duration day = Duration.ofDays(1);
        assertThat(new WebhookTerms(Duration.ofMinutes(1), day, 10).perClient()).isEqualTo(10);
        assertThatIllegalArgumentException().isThrownBy(() -> new WebhookTerms(Duration.ofSeconds(61), day, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new WebhookTerms(Duration.ZERO, day, 10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebhookTerms(Duration.ofSeconds(1), day.minusMillis(1), 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new WebhookTerms(Duration.ofSeconds(1), day, 9));
    }

    private static Subscription active(Outstanding... outstanding) {
        return new Subscription(
                new SubscriptionId(UUID.randomUUID()),
                new Subscription.Owner(new PrincipalId("2581"), new ActorId("client")),
                new Subscription.Wish("https://a.example", List.of(), Set.of(new AuthorityId("bygg")), "client"),
                "whsec_c2VjcmV0",
                NOW,
                SubscriptionState.ACTIVE,
                Optional.empty(),
                false,
                0,
                Optional.empty(),
                List.of(outstanding));
    }

    private static Outstanding of(long position, CaseId in, Instant due) {
        return new Outstanding(position, UUID.randomUUID(), in, Calling.from(due));
    }

    private static Outstanding calling(Outstanding event, Instant until) {
        return event.with(event.calling().begun(new Calling.Call(UUID.randomUUID(), until)));
    }
}
