package se.ryggrad.api.messaging.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.organisation.PrincipalId;

class MessageTest {

    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
    private static final Identity ANNA = new Identity(IdentityScheme.PERSONNUMMER, "199001019802");
    private static final Content CONTENT = new Content("Besök", new Content.Text("Vi kommer på torsdag."));
    private static final ChannelId MAILBOX = new ChannelId("mailbox");
    private static final ChannelId POST = new ChannelId("post");

    /** As in MSG-013: the last channel that was tried tells the state, and whether another remains. */
    @ParameterizedTest
    @CsvSource({
        "'', QUEUED",
        "TRYING, SENDING",
        "ACCEPTED, SENDING",
        "DELIVERED, DELIVERED",
        "UNREACHABLE, FAILED",
        "FAILED, FAILED",
        "FAILED TRYING, SENDING",
        "UNREACHABLE ACCEPTED, SENDING",
        "FAILED DELIVERED, DELIVERED",
        "FAILED UNREACHABLE, UNDELIVERABLE",
        "UNREACHABLE FAILED, UNDELIVERABLE"
    })
    void hasTheStateOfTheChannelTriedLast(String outcomes, MessageState state) {
        assertThat(letter(attempts(outcomes), Optional.of(NOW)).state()).isEqualTo(state);
    }

    @Test
    void getsNoFurtherWhenItIsNotDueAnyMore() {
        Message expired = letter(attempts("FAILED"), Optional.of(NOW)).dueAt(Optional.empty());

        assertThat(expired.state()).isEqualTo(MessageState.UNDELIVERABLE);
        assertThat(expired.next()).contains(POST);
    }

    @Test
    void isUndeliverableWhenNothingWasTriedNorWillBe() {
        assertThat(letter(List.of(), Optional.empty()).state()).isEqualTo(MessageState.UNDELIVERABLE);
    }

    @Test
    void findsTheAttemptThatAReceiptIsOf() {
        Message letter = letter(attempts("FAILED ACCEPTED"), Optional.empty());
        Attempt last = letter.last().orElseThrow();

        assertThat(letter.attempt(last.delivery())).contains(last);
        assertThat(letter.attempt(delivery(7))).isEmpty();
        assertThat(last.knownAs()).isEmpty();
        assertThat(last.handed().knownAs()).contains(last.delivery());
    }

    @Test
    void triesChannelsInTheirOrderAlone() {
        List<Attempt> late = List.of(Attempt.first(POST, delivery(1), NOW));

        assertThatIllegalArgumentException().isThrownBy(() -> letter(late, Optional.empty()));
    }

    @Test
    void hasContentAsALetterAlone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> message(MessageKind.LETTER, Optional.empty(), List.of(MAILBOX), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> message(MessageKind.NOTICE, Optional.of(CONTENT), List.of(MAILBOX), List.of()));
    }

    @Test
    void liesInTheInboxOnceThatHasIt() {
        List<ChannelId> channels = List.of(ChannelId.MINA_SIDOR);
        Attempt inbox = Attempt.first(ChannelId.MINA_SIDOR, delivery(1), NOW).handed();
        Message waiting = message(MessageKind.LETTER, Optional.of(CONTENT), channels, List.of());
        Message there = waiting.with(List.of(inbox.ended(Outcome.DELIVERED)), Optional.empty());

        assertThat(Letter.of(waiting, false)).isEmpty();
        assertThat(Letter.of(there, true)).contains(new Letter(there.id(), CONTENT, NOW, true, Optional.empty()));
        assertThat(Letter.of(letter(attempts("DELIVERED"), Optional.empty()), false))
                .as("what another channel delivered")
                .isEmpty();
    }

    @Test
    void hasAReasonWhereAChannelDidNotDeliverAlone() {
        Attempt attempt = Attempt.first(MAILBOX, delivery(1), NOW);

        assertThat(attempt.again().tries()).isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(() -> attempt.ended(Outcome.FAILED));
        assertThatIllegalArgumentException().isThrownBy(() -> attempt.ended(Outcome.DELIVERED, Reason.BOUNCED));
        assertThatIllegalArgumentException().isThrownBy(() -> attempt.tried(-1));
    }

    @Test
    void tellsNeitherWhomNorWhatAsText() {
        assertThat(letter(attempts("DELIVERED"), Optional.empty()).toString())
                .doesNotContain(ANNA.value(), "Besök", "torsdag");
    }

    private static Message letter(List<Attempt> attempts, Optional<Instant> due) {
        return message(MessageKind.LETTER, Optional.of(CONTENT), List.of(MAILBOX, POST), attempts)
                .dueAt(due);
    }

    private static Message message(
            MessageKind kind, Optional<Content> content, List<ChannelId> channels, List<Attempt> attempts) {
        return new Message(
                new MessageId(new UUID(1, 2)),
                new PrincipalId("2581"),
                new ActorId("sender"),
                kind,
                new Addressee.Named(ANNA),
                content,
                NOW,
                NOW.plusSeconds(60),
                channels,
                attempts,
                Optional.of(NOW),
                Optional.empty(),
                "");
    }

    /** Returns attempts at the mailbox and the post, with these outcomes. */
    private static List<Attempt> attempts(String outcomes) {
        List<Attempt> attempts = new ArrayList<>();
        for (String word : outcomes.isEmpty() ? List.<String>of() : List.of(outcomes.split(" ", -1))) {
            Outcome outcome = Outcome.valueOf(word);
            Attempt first = Attempt.first(attempts.isEmpty() ? MAILBOX : POST, delivery(attempts.size()), NOW);
            attempts.add(outcome.over() ? first.ended(outcome, Reason.NO_MAILBOX) : first.ended(outcome));
        }
        return attempts;
    }

    private static DeliveryId delivery(int number) {
        return new DeliveryId(String.format("%032x", number));
    }
}
