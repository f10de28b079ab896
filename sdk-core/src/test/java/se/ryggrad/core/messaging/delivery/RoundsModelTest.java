package se.ryggrad.core.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.messaging.channel.Handover;
import se.ryggrad.api.messaging.channel.Silence;
import se.ryggrad.api.messaging.model.Attempt;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.DeliveryId;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.MessageState;
import se.ryggrad.api.messaging.model.Outcome;
import se.ryggrad.api.messaging.model.Reason;
import se.ryggrad.api.messaging.model.Report;
import se.ryggrad.core.contract.Messages;

/**
 * Lets answers, receipts, crashes and time come in any order, ten thousand messages long, and holds the machine to what is true
 * of every message at every moment.
 */
class RoundsModelTest {

    private static final int MESSAGES = 2_000;
    private static final int MOST_STEPS = 200;
    private static final List<Reason> REASONS = List.of(Reason.values());
    private static final ChannelId SMS = new ChannelId("third");
    private static final List<ChannelId[]> ORDERS = List.of(
            new ChannelId[] {Messages.MAILBOX},
            new ChannelId[] {Messages.MAILBOX, Messages.POST},
            new ChannelId[] {Messages.MAILBOX, Messages.POST, SMS},
            new ChannelId[] {Messages.MAILBOX, ChannelId.MINA_SIDOR, Messages.POST},
            new ChannelId[] {ChannelId.MINA_SIDOR, Messages.POST});

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void keepsItsWordWhateverComes(int seed) {
        Random random = new Random(seed);
        for (int each = 0; each < MESSAGES; each++) {
            new Walk(random).toTheEnd();
        }
    }

    /** Is the life of one message. */
    private static final class Walk {

        private final Random random;
        private final Rounds rounds;
        private Message message;
        private Instant now = Messages.SENT;
        private boolean lapsed;
        private int told;

        Walk(Random random) {
            this.random = random;
            this.rounds = new Rounds(RoundsTest.LIMITS, new DeliveryIds(random));
            Message plain = Messages.letter(ORDERS.get(random.nextInt(ORDERS.size())));
            Message letter = random.nextBoolean() ? plain.reported(Report.OWED) : plain;
            message = rounds.takeUp(letter.dueAt(Optional.empty()), now);
            holds(letter);
        }

        void toTheEnd() {
            int steps = 0;
            while (message.due().isPresent()) {
                assertThat(steps++).as("it ends").isLessThan(MOST_STEPS);
                step();
            }
            assertThat(message.state()).isNotIn(MessageState.QUEUED, MessageState.FAILED);
            assertThat(message.report()).as("nothing is owed any more").isNotEqualTo(Optional.of(Report.DUE));
            assertThat(message.state() == MessageState.UNDELIVERABLE
                            && message.report().equals(Optional.of(Report.OWED)))
                    .as("the case knows")
                    .isFalse();
            assertThat(told).as("once").isLessThanOrEqualTo(1);
        }

        /** Tells the case, unless the node dies before that is kept. */
        private void tell() {
            assertThat(message.state()).isEqualTo(MessageState.UNDELIVERABLE);
            lapsed = random.nextInt(10) == 0;
            receipts();
            if (!lapsed) {
                Message before = message;
                message = rounds.reported(message);
                told++;
                holds(before);
            }
        }

        /** Does a round when it is due, with receipts between its parts, or loses it with the node. */
        private void step() {
            now = later(message.due().orElseThrow());
            Message before = message;
            message = rounds.begin(message, lapsed, now);
            holds(before);
            if (message.tellsCase()) {
                tell();
                return;
            }
            Optional<Attempt> round = message.last().filter(last -> last.outcome() == Outcome.TRYING);
            receipts();
            lapsed = round.isPresent() && random.nextInt(10) == 0;
            if (round.isPresent() && !lapsed) {
                now = now.plusMillis(random.nextInt(20_000));
                before = message;
                message = rounds.end(message, round.get().delivery(), result(), now);
                holds(before);
            }
            receipts();
        }

        private Instant later(Instant due) {
            Instant at = due.isAfter(now) ? due : now;
            return random.nextInt(40) == 0 ? at.plus(Duration.ofDays(15)) : at;
        }

        private void receipts() {
            while (random.nextInt(5) == 0 && !message.attempts().isEmpty()) {
                DeliveryId delivery = message.attempts()
                        .get(random.nextInt(message.attempts().size()))
                        .delivery();
                Optional<Reason> failure = random.nextBoolean() ? Optional.empty() : Optional.of(reason());
                Message before = message;
                message = rounds.told(message, delivery, failure, now);
                holds(before);
                assertThat(rounds.told(message, delivery, failure, now))
                        .as("once more")
                        .isEqualTo(message);
            }
        }

        private RoundResult result() {
            return switch (random.nextInt(7)) {
                case 0 -> new RoundResult.Unreached(reason());
                case 1 -> new RoundResult.Given(new Handover.Delivered());
                case 2 -> new RoundResult.Given(new Handover.Accepted());
                case 3 -> new RoundResult.Given(new Handover.Refused(reason()));
                case 4 -> new RoundResult.Unanswered(Silence.WHOLE);
                case 5 -> new RoundResult.Given(new Silence(Optional.of(Duration.ofSeconds(random.nextInt(3_600)))));
                default -> new RoundResult.Unwanted();
            };
        }

        private Reason reason() {
            return REASONS.get(random.nextInt(REASONS.size()));
        }

        /** Holds what is true at every moment, and between one moment and the next. */
        private void holds(Message before) {
            List<Attempt> attempts = message.attempts();
            assertThat(attempts)
                    .filteredOn(attempt -> !attempt.outcome().over())
                    .as("at most one channel has it")
                    .hasSizeLessThanOrEqualTo(1)
                    .allMatch(attempt -> attempt.equals(message.last().orElseThrow()));
            assertThat(attempts).allMatch(attempt -> attempt.tries() <= RoundsTest.LIMITS.tries());
            assertThat(attempts.stream().map(Attempt::delivery)).doesNotHaveDuplicates();
            assertThat(attempts.size()).isGreaterThanOrEqualTo(before.attempts().size());
            for (int place = 0; place < before.attempts().size(); place++) {
                follows(before.attempts().get(place), attempts.get(place));
            }
            stateFollowsTheLast();
        }

        private static void follows(Attempt before, Attempt after) {
            assertThat(after.delivery()).as("the same each time").isEqualTo(before.delivery());
            assertThat(after.channel()).isEqualTo(before.channel());
            assertThat(after.at()).isEqualTo(before.at());
            assertThat(after.given() || !before.given())
                    .as("what was given stays so")
                    .isTrue();
            boolean over = before.outcome().over() && !before.reason().equals(Optional.of(Reason.EXPIRED));
            assertThat(!over || after.equals(before))
                    .as("what is over stays so")
                    .isTrue();
        }

        private void stateFollowsTheLast() {
            boolean waits = message.due().isPresent() && !message.tellsCase();
            Optional<Outcome> last = message.last().map(Attempt::outcome);
            assertThat(message.state() == MessageState.QUEUED).isEqualTo(waits && last.isEmpty());
            assertThat(message.state() == MessageState.DELIVERED)
                    .isEqualTo(last.equals(Optional.of(Outcome.DELIVERED)));
            assertThat(message.state() == MessageState.FAILED)
                    .isEqualTo(waits && last.filter(Outcome::over).isPresent());
            assertThat(!waits
                            || last.filter(each -> each == Outcome.DELIVERED || each == Outcome.ACCEPTED)
                                    .isEmpty())
                    .as("nothing is due while somebody has it")
                    .isTrue();
        }
    }
}
