package se.ryggrad.core.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.events.Calling;
import se.ryggrad.api.events.Outstanding;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.api.events.SubscriptionState;
import se.ryggrad.api.events.WebhookTerms;
import se.ryggrad.core.contract.Subscribed;
import se.ryggrad.core.webhooks.WebhookRounds.Result;

class WebhookRoundsTest {

    private static final WebhookTerms TERMS = new WebhookTerms(Duration.ofSeconds(10), Duration.ofDays(3), 10);
    private static final Instant NOW = Subscribed.MADE;
    private static final CaseId ONE = CaseId.random();

    private final WebhookRounds rounds = new WebhookRounds(TERMS);

    @Test
    void challengesThreeTimesWithFirstRetryAndTwiceThatBetween() {
        Subscription pending = Subscribed.pending();
        Instant at = NOW;
        for (Duration pause : List.of(Duration.ofSeconds(10), Duration.ofSeconds(20))) {
            pending = unanswered(pending, at);
            at = at.plus(pause);
            assertThat(pending.state()).isEqualTo(SubscriptionState.PENDING);
            assertThat(pending.claimable()).contains(at);
            assertThat(rounds.begin(pending, call(at), at.minusMillis(1))).isEqualTo(pending);
        }

        assertThat(unanswered(pending, at).state()).isEqualTo(SubscriptionState.REFUSED);
    }

    @Test
    void refusesWhoseLastChallengeWasLost() {
        Subscription pending = unanswered(unanswered(Subscribed.pending(), NOW), NOW.plusSeconds(10));
        Calling.Call lost = call(NOW.plusSeconds(30));
        pending = rounds.begin(pending, lost, NOW.plusSeconds(30));

        assertThat(rounds.begin(pending, call(lost.until()), lost.until()).state())
                .isEqualTo(SubscriptionState.REFUSED);
    }

    @Test
    void countsNothingThatWasNotSent() {
        Subscription pending = unanswered(unanswered(Subscribed.pending(), NOW), NOW.plusSeconds(10));
        Instant last = NOW.plusSeconds(30);
        Calling.Call call = call(last);
        Outstanding event = Subscribed.event(1, NOW);
        Subscription begun = rounds.begin(Subscribed.active(event), call, NOW);

        Subscription asked = rounds.challenged(rounds.begin(pending, call, last), call.id(), Result.UNSENT, last);
        Subscription sent = rounds.ended(begun, event.event(), call.id(), Result.UNSENT, NOW);

        assertThat(asked.state()).isEqualTo(SubscriptionState.PENDING);
        assertThat(asked.claimable()).contains(last.plus(TERMS.firstRetry()));
        assertThat(unanswered(asked, last.plus(TERMS.firstRetry())).state()).isEqualTo(SubscriptionState.REFUSED);
        assertThat(sent.waitingSince()).isEmpty();
        assertThat(sent.claimable()).contains(NOW.plus(TERMS.firstRetry()));
        assertThat(failed(sent, event, NOW.plusSeconds(10)).claimable()).contains(NOW.plusSeconds(20));
    }

    @Test
    void isActiveWhenTheChallengeIsAnsweredAndByNoOtherCall() {
        Calling.Call call = call(NOW);
        Subscription begun = rounds.begin(Subscribed.pending(), call, NOW);

        assertThat(WebhookRounds.challenges(begun, call.id())).isTrue();
        assertThat(rounds.challenged(begun, UUID.randomUUID(), Result.TAKEN, NOW))
                .isEqualTo(begun);
        assertThat(rounds.challenged(begun, call.id(), Result.TAKEN, NOW).state())
                .isEqualTo(SubscriptionState.ACTIVE);
    }

    @Test
    void sendsTheFirstOfEachCaseAndNoMoreThanMayBeUnderWay() {
        Outstanding first = Subscribed.event(1, ONE, NOW);
        Stream<Outstanding> others = Stream.of(3, 4, 5, 6, 7).map(place -> Subscribed.event(place, NOW));
        Subscription active = Subscribed.active(Stream.concat(Stream.of(first, Subscribed.event(2, ONE, NOW)), others)
                .toArray(Outstanding[]::new));
        Calling.Call call = call(NOW);

        Subscription begun = rounds.begin(active, call, NOW);

        assertThat(WebhookRounds.begun(begun, call.id()))
                .extracting(Outstanding::position)
                .containsExactly(1L, 3L, 4L, 5L);
        assertThat(rounds.begin(begun, call(NOW), NOW)).isEqualTo(begun);
        assertThat(begun.claimable()).contains(call.until());
    }

    @Test
    void sendsTheNextOfACaseOnlyWhenTheOneBeforeWasTaken() {
        Outstanding first = Subscribed.event(1, ONE, NOW);
        Outstanding second = Subscribed.event(2, ONE, NOW);
        Calling.Call call = call(NOW);
        Subscription begun = rounds.begin(Subscribed.active(first, second), call, NOW);

        Subscription failed = rounds.ended(begun, first.event(), call.id(), Result.FAILED, NOW);
        assertThat(failed.claimable()).contains(NOW.plusSeconds(10));
        assertThat(WebhookRounds.begun(rounds.begin(failed, call, NOW.plusSeconds(10)), call.id()))
                .extracting(Outstanding::event)
                .containsExactly(first.event());

        Subscription taken = rounds.ended(begun, first.event(), call.id(), Result.TAKEN, NOW);
        assertThat(WebhookRounds.begun(rounds.begin(taken, call, NOW), call.id()))
                .extracting(Outstanding::event)
                .containsExactly(second.event());
    }

    @Test
    void waitsTwiceAsLongEachTimeAndAnHourAtTheMost() {
        Outstanding event = Subscribed.event(1, NOW);
        Subscription active = Subscribed.active(event);
        Instant at = NOW;
        long pause = 10;
        for (int tries = 1; tries < 14; tries++) {
            active = failed(active, event, at);
            at = at.plusSeconds(Math.min(pause, 3600));
            assertThat(active.claimable()).contains(at);
            pause *= 2;
        }
        assertThat(active.waitingSince()).contains(NOW);
    }

    @Test
    void makesOneCallAtATimeToWhoeverFails() {
        Outstanding first = Subscribed.event(1, NOW);
        Subscription failing =
                failed(Subscribed.active(first, Subscribed.event(2, NOW), Subscribed.event(3, NOW)), first, NOW);
        Instant lost = NOW.plusSeconds(40);
        Calling.Call call = call(lost);

        assertThat(failing.waitingSince()).contains(NOW);
        assertThat(failing.claimable()).contains(lost);
        assertThat(WebhookRounds.begun(rounds.begin(failing, call, lost), call.id()))
                .hasSize(1);
    }

    @Test
    void takesLostCallsAwayThatItMakesNoMore() {
        Outstanding first = Subscribed.event(1, NOW);
        Outstanding second = Subscribed.event(2, NOW);
        Calling.Call lost = call(NOW);
        Calling.Call busy = call(NOW.plusSeconds(30));
        Subscription failing = Subscribed.failing(
                Subscribed.active(
                        first.with(first.calling().begun(lost)),
                        second.with(second.calling().begun(busy))),
                NOW);

        Subscription after = rounds.begin(failing, call(lost.until()), lost.until());

        assertThat(WebhookRounds.begun(after, lost.id())).isEmpty();
        assertThat(WebhookRounds.begun(after, busy.id())).hasSize(1);
        assertThat(after.claimable()).contains(busy.until());
    }

    @Test
    void waitsForNothingAfterASuccess() {
        Outstanding first = Subscribed.event(1, NOW);
        Outstanding other = Subscribed.event(2, NOW);
        Subscription failing = failed(Subscribed.active(first, other), first, NOW);
        Calling.Call call = call(NOW);
        Subscription begun = rounds.begin(failing, call, NOW);

        Subscription taken = rounds.ended(begun, other.event(), call.id(), Result.TAKEN, NOW);

        assertThat(taken.waitingSince()).isEmpty();
        assertThat(taken.outstanding()).extracting(Outstanding::event).containsExactly(first.event());
    }

    @Test
    void tellsWhoeverAnswersSlowlyFromOthersUntilItAnswersSoon() {
        Outstanding first = Subscribed.event(1, NOW);
        Outstanding other = Subscribed.event(2, NOW);
        Calling.Call call = call(NOW);
        Subscription begun = rounds.begin(Subscribed.active(first, other), call, NOW);

        Subscription slow = rounds.ended(begun, first.event(), call.id(), Result.TAKEN_LATE, NOW);

        assertThat(slow.proven()).isFalse();
        assertThat(slow.outstanding()).hasSize(1);
        assertThat(rounds.ended(slow, other.event(), call.id(), Result.TAKEN, NOW)
                        .proven())
                .isTrue();
    }

    @Test
    void pausesWhenNothingWasTakenForTooLong() {
        Outstanding event = Subscribed.event(1, NOW);
        Subscription failing = failed(Subscribed.active(event), event, NOW);
        Instant last = NOW.plus(TERMS.giveUpAfter());

        assertThat(failed(failing, event, last.minusMillis(1)).state()).isEqualTo(SubscriptionState.ACTIVE);
        assertThat(failed(failing, event, last.minusMillis(1)).claimable()).contains(last);
        Subscription paused = rounds.begin(failing, call(last), last);

        assertThat(paused.state()).isEqualTo(SubscriptionState.PAUSED);
        assertThat(paused.waitingSince()).contains(NOW);
        assertThat(paused.claimable()).isEmpty();
        assertThat(paused.outstanding()).extracting(Outstanding::event).containsExactly(event.event());
    }

    @Test
    void pausesAtOnceForWhoeverIsGone() {
        Outstanding event = Subscribed.event(1, NOW);
        Calling.Call call = call(NOW);
        Subscription begun = rounds.begin(Subscribed.active(event), call, NOW);

        Subscription gone = rounds.ended(begun, event.event(), call.id(), Result.GONE, NOW);

        assertThat(gone.state()).isEqualTo(SubscriptionState.PAUSED);
        assertThat(gone.waitingSince()).contains(NOW);
        assertThat(rounds.begin(gone, call(NOW), NOW.plusSeconds(9999))).isEqualTo(gone);
        assertThat(gone.outstanding()).hasSize(1);
    }

    @Test
    void sendsWhatWasNotTakenAgainAfterItWasResumed() {
        Outstanding event = Subscribed.event(1, NOW);
        Subscription paused = Subscribed.failing(Subscribed.active(event), NOW)
                .in(SubscriptionState.PAUSED, Optional.of(NOW), List.of(event));
        Instant later = NOW.plus(Duration.ofDays(9));
        Calling.Call call = call(later);

        Subscription pending = rounds.resumed(paused, later);
        assertThat(pending.state()).isEqualTo(SubscriptionState.PENDING);
        Subscription active = rounds.challenged(rounds.begin(pending, call, later), call.id(), Result.TAKEN, later);

        assertThat(active.waitingSince()).isEmpty();
        assertThat(WebhookRounds.begun(rounds.begin(active, call, later), call.id()))
                .extracting(Outstanding::event)
                .containsExactly(event.event());
    }

    @Test
    void takesTheAnswerOfALostCallWhenItWasGoodAlone() {
        Outstanding event = Subscribed.event(1, NOW);
        Calling.Call lost = call(NOW);
        Calling.Call next = call(lost.until());
        Subscription begun = rounds.begin(Subscribed.active(event), lost, NOW);
        Subscription again = rounds.begin(begun, next, lost.until());

        assertThat(WebhookRounds.begun(again, next.id())).hasSize(1);
        assertThat(rounds.ended(again, event.event(), lost.id(), Result.FAILED, NOW))
                .isEqualTo(again);
        assertThat(rounds.ended(again, event.event(), lost.id(), Result.TAKEN, NOW)
                        .outstanding())
                .isEmpty();
    }

    private Subscription unanswered(Subscription pending, Instant at) {
        Calling.Call call = call(at);
        return rounds.challenged(rounds.begin(pending, call, at), call.id(), Result.FAILED, at);
    }

    private Subscription failed(Subscription active, Outstanding event, Instant at) {
        Calling.Call call = call(at);
        Subscription begun = rounds.begin(active, call, at);
        return rounds.ended(begun, event.event(), call.id(), Result.FAILED, at);
    }

    private static Calling.Call call(Instant at) {
        return new Calling.Call(UUID.randomUUID(), at.plusSeconds(40));
    }
}
