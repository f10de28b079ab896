package se.ryggrad.core.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.messaging.MessageTerms;
import se.ryggrad.api.messaging.channel.Handover;
import se.ryggrad.api.messaging.channel.Silence;
import se.ryggrad.api.messaging.model.Attempt;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.DeliveryId;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.MessageState;
import se.ryggrad.api.messaging.model.Outcome;
import se.ryggrad.api.messaging.model.Reason;
import se.ryggrad.core.contract.Messages;

class RoundsTest {

    static final MessageTerms.Limits LIMITS = new MessageTerms.Limits(
            3, Duration.ofSeconds(10), Duration.ofDays(30), URI.create("https://minasidor.example.se/"));

    private static final Instant NOW = Messages.SENT;
    private static final RoundResult DELIVERED = new RoundResult.Given(new Handover.Delivered());
    private static final RoundResult ACCEPTED = new RoundResult.Given(new Handover.Accepted());
    private static final RoundResult REFUSED = new RoundResult.Given(new Handover.Refused(Reason.REJECTED));
    private static final RoundResult SILENT = new RoundResult.Given(Silence.WHOLE);

    private final Rounds rounds = new Rounds(LIMITS, new DeliveryIds(new Random(7)));

    @Test
    void hasALetterInTheInboxAtOnce() {
        Message letter = taken(ChannelId.MINA_SIDOR, Messages.POST);

        assertThat(letter.state()).isEqualTo(MessageState.DELIVERED);
        assertThat(letter.received()).contains(NOW);
        assertThat(last(letter).tries()).isEqualTo(1);
        assertThat(last(letter).knownAs()).isPresent();
        assertThat(letter.due()).isEmpty();
    }

    @Test
    void isQueuedUntilAChannelIsTried() {
        Message letter = taken(Messages.MAILBOX, Messages.POST);

        assertThat(letter.state()).isEqualTo(MessageState.QUEUED);
        assertThat(letter.attempts()).isEmpty();
        assertThat(letter.due()).contains(NOW);
    }

    @Test
    void isUndeliverableWhereNoChannelTakesIt() {
        assertThat(taken().state()).isEqualTo(MessageState.UNDELIVERABLE);
        assertThat(taken().due()).isEmpty();
    }

    @Test
    void triesOneChannelAtATime() {
        Message begun = rounds.begin(taken(Messages.MAILBOX, Messages.POST), false, NOW);

        assertThat(begun.attempts()).hasSize(1);
        assertThat(last(begun).channel()).isEqualTo(Messages.MAILBOX);
        assertThat(last(begun).outcome()).isEqualTo(Outcome.TRYING);
        assertThat(last(begun).knownAs()).isEmpty();
        assertThat(begun.state()).isEqualTo(MessageState.SENDING);
    }

    @Test
    void isDoneWhenAChannelHasDelivered() {
        Message after = round(taken(Messages.MAILBOX, Messages.POST), DELIVERED);

        assertThat(after.state()).isEqualTo(MessageState.DELIVERED);
        assertThat(last(after).knownAs()).isPresent();
        assertThat(after.due()).isEmpty();
    }

    @Test
    void waitsForTheReceiptOfWhoeverAccepted() {
        Message after = round(taken(Messages.MAILBOX, Messages.POST), ACCEPTED);

        assertThat(after.state()).isEqualTo(MessageState.SENDING);
        assertThat(after.due()).isEmpty();
        assertThat(rounds.told(after, last(after).delivery(), Optional.empty(), NOW)
                        .state())
                .isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void goesOnAtOnceWhenAChannelDoesNotReachTheRecipient() {
        Message after = round(taken(Messages.MAILBOX, Messages.POST), new RoundResult.Unreached(Reason.NO_MAILBOX));

        assertThat(after.state()).isEqualTo(MessageState.FAILED);
        assertThat(last(after).outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(last(after).reason()).contains(Reason.NO_MAILBOX);
        assertThat(last(after).knownAs()).isEmpty();
        assertThat(after.due()).contains(NOW);
        assertThat(last(rounds.begin(after, false, NOW)).channel()).isEqualTo(Messages.POST);
    }

    @Test
    void fallsBackToTheInbox() {
        Message after = round(taken(Messages.MAILBOX, ChannelId.MINA_SIDOR), REFUSED);

        assertThat(after.state()).isEqualTo(MessageState.DELIVERED);
        assertThat(after.attempts()).hasSize(2);
        assertThat(after.attempts().get(0).reason()).contains(Reason.REJECTED);
    }

    @Test
    void isUndeliverableWhenNoChannelRemains() {
        Message after = round(taken(Messages.POST), REFUSED);

        assertThat(after.state()).isEqualTo(MessageState.UNDELIVERABLE);
        assertThat(after.due()).isEmpty();
    }

    @Test
    void leavesASilentChannelInPeaceTwiceAsLongEachTime() {
        Message first = round(taken(Messages.MAILBOX, Messages.POST), SILENT);
        Message second = round(first, new RoundResult.Unanswered(Silence.WHOLE));

        assertThat(first.due()).contains(NOW.plusSeconds(10));
        assertThat(second.due()).contains(NOW.plusSeconds(20));
        assertThat(last(second).tries()).isEqualTo(2);
        assertThat(last(second).delivery()).isEqualTo(last(first).delivery());
        assertThat(second.state()).isEqualTo(MessageState.SENDING);
    }

    @Test
    void comesBackAsLateAsAChannelAsksFor() {
        Silence asked = new Silence(Optional.of(Duration.ofSeconds(35)));
        Silence sooner = new Silence(Optional.of(Duration.ofSeconds(3)));

        assertThat(round(taken(Messages.POST), new RoundResult.Given(asked)).due())
                .contains(NOW.plusSeconds(35));
        assertThat(round(taken(Messages.POST), new RoundResult.Given(sooner)).due())
                .contains(NOW.plusSeconds(10));
    }

    @Test
    void givesASilentChannelUpAfterItsTries() {
        Message after = taken(Messages.MAILBOX, Messages.POST);
        for (int tries = 0; tries < LIMITS.tries(); tries++) {
            assertThat(after.attempts().stream().map(Attempt::channel)).doesNotContain(Messages.POST);
            after = round(after, SILENT);
        }

        assertThat(last(after).tries()).isEqualTo(LIMITS.tries());
        assertThat(last(after).reason()).contains(Reason.CHANNEL_UNAVAILABLE);
        assertThat(after.due()).contains(NOW);
    }

    @Test
    void countsARoundThatWasNeverEndedWithTheOneThatFollows() {
        Message last = taken(Messages.MAILBOX, Messages.POST);
        for (int tries = 1; tries < LIMITS.tries(); tries++) {
            last = round(last, SILENT);
        }
        Message lost = rounds.begin(last, false, NOW);
        Message again = rounds.begin(lost, true, NOW);

        assertThat(again).isEqualTo(lost);
        assertThat(last(again).tries()).isEqualTo(LIMITS.tries());
        assertThat(rounds.end(again, last(lost).delivery(), DELIVERED, NOW).state())
                .isEqualTo(MessageState.DELIVERED);
        assertThat(rounds.end(again, last(lost).delivery(), SILENT, NOW)
                        .attempts()
                        .get(0)
                        .reason())
                .contains(Reason.CHANNEL_UNAVAILABLE);
    }

    @Test
    void expiresThoughTheRoundBeforeWasNeverEnded() {
        Message lost = rounds.begin(taken(Messages.MAILBOX, Messages.POST), false, NOW);

        assertThat(last(rounds.begin(lost, true, lost.expiresAt())).reason()).contains(Reason.EXPIRED);
    }

    @Test
    void givesAChannelUpThatMayBeTriedLessOftenThanItWas() {
        Rounds fewer = new Rounds(
                new MessageTerms.Limits(2, LIMITS.firstRetry(), LIMITS.maximumTimeToLive(), LIMITS.noticeLink()),
                new DeliveryIds(new Random(8)));
        Message twice = round(round(taken(Messages.MAILBOX, Messages.POST), SILENT), SILENT);
        Message after = fewer.begin(twice, false, NOW);

        assertThat(after.attempts().get(0).reason()).contains(Reason.CHANNEL_UNAVAILABLE);
        assertThat(last(after).channel()).isEqualTo(Messages.POST);
    }

    @Test
    void expiresInsteadOfBeingTriedAgain() {
        Message silent = round(taken(Messages.MAILBOX, Messages.POST), SILENT);
        Message after = rounds.begin(silent, false, silent.expiresAt());

        assertThat(after.state()).isEqualTo(MessageState.UNDELIVERABLE);
        assertThat(after.attempts()).hasSize(1);
        assertThat(last(after).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(last(after).reason()).contains(Reason.EXPIRED);
        assertThat(after.due()).isEmpty();
    }

    @Test
    void isLookedAtWhenItExpiresAndNotLater() {
        Silence hour = new Silence(Optional.of(Duration.ofHours(1)));
        Message letter = taken(Messages.POST);
        Instant soon = letter.expiresAt().minusSeconds(60);
        Message begun = rounds.begin(letter, false, soon);

        assertThat(rounds.end(begun, last(begun).delivery(), new RoundResult.Given(hour), soon)
                        .due())
                .contains(letter.expiresAt());
    }

    @Test
    void expiresWhenTheSilenceOutlastsItsTime() {
        Message begun = rounds.begin(taken(Messages.POST), false, NOW);
        Message after = rounds.end(begun, last(begun).delivery(), SILENT, begun.expiresAt());

        assertThat(last(after).reason()).contains(Reason.EXPIRED);
        assertThat(after.state()).isEqualTo(MessageState.UNDELIVERABLE);
    }

    @Test
    void holdsWhatWasDeliveredAfterItHadExpired() {
        Message begun = rounds.begin(taken(Messages.MAILBOX, Messages.POST), false, NOW);
        Message expired = rounds.begin(begun, false, begun.expiresAt());
        Message told = rounds.told(expired, last(begun).delivery(), Optional.empty(), begun.expiresAt());

        assertThat(told.state()).isEqualTo(MessageState.DELIVERED);
        assertThat(last(told).reason()).isEmpty();
        assertThat(rounds.told(expired, last(begun).delivery(), Optional.of(Reason.BOUNCED), begun.expiresAt()))
                .isEqualTo(expired);
    }

    @Test
    void triesTheNextChannelAfterALateBounce() {
        Message delivered = round(taken(Messages.MAILBOX, Messages.POST), DELIVERED);
        Message bounced = rounds.told(delivered, last(delivered).delivery(), Optional.of(Reason.BOUNCED), NOW);

        assertThat(bounced.state()).isEqualTo(MessageState.FAILED);
        assertThat(last(bounced).reason()).contains(Reason.BOUNCED);
        assertThat(bounced.due()).contains(NOW);
        assertThat(last(rounds.begin(bounced, false, NOW)).channel()).isEqualTo(Messages.POST);
    }

    @Test
    void goesOnWhenAChannelItselfSaysThatTheTimePassed() {
        Message accepted = round(taken(Messages.MAILBOX, Messages.POST), ACCEPTED);
        Message told = rounds.told(accepted, last(accepted).delivery(), Optional.of(Reason.EXPIRED), NOW);

        assertThat(told.state()).isEqualTo(MessageState.FAILED);
        assertThat(told.due()).contains(NOW);
    }

    @Test
    void triesNothingAfterABounceThatComesWhenTheTimeHasPassed() {
        Message delivered = round(taken(Messages.MAILBOX, Messages.POST), DELIVERED);
        Message bounced =
                rounds.told(delivered, last(delivered).delivery(), Optional.of(Reason.BOUNCED), delivered.expiresAt());

        assertThat(bounced.state()).isEqualTo(MessageState.UNDELIVERABLE);
        assertThat(bounced.attempts()).hasSize(1);
        assertThat(last(bounced).reason()).contains(Reason.BOUNCED);
        assertThat(bounced.due()).isEmpty();
    }

    @Test
    void triesNothingWhenTheTimePassedBeforeTheFirstRound() {
        Message letter = taken(Messages.MAILBOX, Messages.POST);
        Message late = rounds.begin(letter, false, letter.expiresAt());

        assertThat(late.state()).isEqualTo(MessageState.UNDELIVERABLE);
        assertThat(late.attempts()).isEmpty();
        assertThat(late.due()).isEmpty();
    }

    @Test
    void changesNothingByTheSameReceiptOnceMoreOrDeliveredAfterFailed() {
        Message accepted = round(taken(Messages.MAILBOX, Messages.POST), ACCEPTED);
        DeliveryId delivery = last(accepted).delivery();
        Message failed = rounds.told(accepted, delivery, Optional.of(Reason.BOUNCED), NOW);
        Message next = rounds.begin(failed, false, NOW);

        assertThat(rounds.told(next, delivery, Optional.of(Reason.BOUNCED), NOW))
                .isEqualTo(next);
        assertThat(rounds.told(next, delivery, Optional.empty(), NOW)).isEqualTo(next);
        assertThat(rounds.told(failed, delivery, Optional.empty(), NOW)).isEqualTo(failed);
    }

    @Test
    void keepsToAReceiptThatCameBeforeTheAnswer() {
        Message begun = rounds.begin(taken(Messages.MAILBOX, Messages.POST), false, NOW);
        DeliveryId delivery = last(begun).delivery();
        Message delivered = rounds.told(begun, delivery, Optional.empty(), NOW);
        Message failed = rounds.told(begun, delivery, Optional.of(Reason.DECEASED), NOW);

        assertThat(last(delivered).knownAs()).contains(delivery);
        assertThat(rounds.end(delivered, delivery, ACCEPTED, NOW)).isEqualTo(delivered);
        assertThat(rounds.end(failed, delivery, DELIVERED, NOW)).isEqualTo(failed);
        assertThat(failed.due()).contains(NOW);
    }

    @Test
    void countsNoTryWhereTheRecipientWantsNothing() {
        Message unwanted = round(taken(Messages.MAILBOX, Messages.POST), new RoundResult.Unwanted());

        assertThat(last(unwanted).outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(last(unwanted).reason()).contains(Reason.RESERVED);
        assertThat(last(unwanted).tries()).isZero();
        assertThat(unwanted.due()).contains(NOW);
    }

    private Message taken(ChannelId... channels) {
        return rounds.takeUp(Messages.letter(channels).dueAt(Optional.empty()), NOW);
    }

    private Message round(Message message, RoundResult result) {
        Message begun = rounds.begin(message, false, NOW);
        return rounds.end(begun, last(begun).delivery(), result, NOW);
    }

    private static Attempt last(Message message) {
        return message.last().orElseThrow();
    }
}
