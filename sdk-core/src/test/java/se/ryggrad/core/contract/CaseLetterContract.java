package se.ryggrad.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.cases.store.Commit;
import se.ryggrad.api.catalog.RepresentationRule;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.Report;
import se.ryggrad.api.messaging.store.Leased;
import se.ryggrad.api.messaging.store.Room;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.contract.requirement.Holds;

/** Says how a store of cases keeps the letters that cases send: where messages are kept, with the case or not at all. */
public abstract class CaseLetterContract extends StoreContract {

    private final Message letter = Messages.letter(Messages.MAILBOX).reported(Report.OWED);

    @Holds("MSG-039")
    final void keepsALetterWhereMessagesAreKept() {
        Case before = before();
        assertThat(world.cases.commit(sending(before, before.head().version(), letter)))
                .isInstanceOf(Commit.Done.class);

        assertThat(world.messages.find(People.PRINCIPAL, letter.id())).contains(letter);
        assertThat(world.messages.claim(
                        Messages.SENT,
                        Room.of(3),
                        Duration.ofSeconds(40),
                        (message, lapsed) -> Messages.begun(message)))
                .extracting(Leased::message)
                .extracting(Message::id)
                .containsExactly(letter.id());
    }

    @Holds("MSG-041")
    final void keepsNoLetterOfAWriteThatCameTooLate() {
        Case before = before();
        assertThat(world.cases.commit(sending(before, Version.NONE.next().next().next(), letter)))
                .isInstanceOf(Commit.Stale.class);

        assertThat(world.messages.find(People.PRINCIPAL, letter.id())).isEmpty();
        assertThat(world.messages.nextDue(Set.of())).isEmpty();
    }

    private Case before() {
        return world.cases.find(People.PRINCIPAL, submit()).orElseThrow();
    }

    private static ChangeSet sending(Case after, Version expected, Message letter) {
        return new ChangeSet(
                after,
                expected,
                Optional.empty(),
                RepresentationRule.NOBODY,
                false,
                List.of(),
                Set.of(),
                ChangeSet.Memos.NONE,
                Optional.empty(),
                List.of(letter),
                Optional.empty(),
                letter.traceparent());
    }
}
