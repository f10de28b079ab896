package se.ryggrad.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.messaging.model.AddressKind;
import se.ryggrad.api.messaging.model.Addressee;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.Contact;
import se.ryggrad.api.messaging.model.DeliveryId;
import se.ryggrad.api.messaging.model.Letter;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.MessageId;
import se.ryggrad.api.messaging.model.Outcome;
import se.ryggrad.api.messaging.model.Reason;
import se.ryggrad.api.messaging.store.Lease;
import se.ryggrad.api.messaging.store.Leased;
import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.api.messaging.store.Room;
import se.ryggrad.api.messaging.store.RoundBegin;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.contract.requirement.Holds;

/** Says what every store of messages keeps, who it gives them to, and whose letters it shows. */
public abstract class MessageStoreContract {

    private static final Instant SENT = Messages.SENT;
    private static final Duration LEASE = Duration.ofSeconds(40);
    private static final PrincipalId ELSEWHERE = new PrincipalId("2582");
    private static final RoundBegin AS_IT_IS = (message, lapsed) -> message;
    private static final PageRequest FIRST = new PageRequest(1, 20, true);

    /** Returns the store under test; empty at the beginning of each test, the same within one. */
    protected abstract MessageStore store();

    @Holds("MSG-011")
    final void keepsEveryPartOfAMessage() {
        Message letter = kept(Messages.received(SENT));
        Message notice = kept(Messages.notice(Messages.POST));

        assertThat(store().find(People.PRINCIPAL, letter.id())).contains(letter);
        assertThat(store().find(People.PRINCIPAL, notice.id())).contains(notice);
        assertThat(store().find(ELSEWHERE, letter.id())).isEmpty();
        assertThat(store().find(People.PRINCIPAL, MessageId.random())).isEmpty();
    }

    @Holds("CORE-029")
    final void bindsAKeyOnceAndKeepsNothingTheSecondTime() {
        Claim claim = Messages.claim(UUID.randomUUID());
        Message first = Messages.letter(Messages.POST);
        Message second = Messages.letter(Messages.POST);

        assertThat(store().answer(claim)).isEmpty();
        assertThat(store().keep(List.of(first), claim, Messages.answer("first")))
                .isEmpty();
        Optional<KeptAnswer> bound = store().keep(List.of(second), claim, Messages.answer("second"));

        assertThat(bound)
                .contains(new KeptAnswer(
                        claim.requestDigest(), first.id().value().toString(), Optional.of(Messages.answer("first"))));
        assertThat(store().answer(claim)).isEqualTo(bound);
        assertThat(store().find(People.PRINCIPAL, second.id())).isEmpty();
    }

    @Holds("CORE-030")
    final void namesNoResourceOfManyMessagesOrNone() {
        Claim many = Messages.claim(UUID.randomUUID());
        Claim none = Messages.claim(UUID.randomUUID());
        List<Message> two = List.of(Messages.letter(Messages.POST), Messages.letter(Messages.POST));
        store().keep(two, many, Messages.answer("two"));
        store().keep(List.of(), none, Messages.answer("none"));

        assertThat(store().answer(many).map(KeptAnswer::resource)).contains("");
        assertThat(store().answer(none).map(KeptAnswer::resource)).contains("");
        assertThat(two)
                .allSatisfy(each ->
                        assertThat(store().find(People.PRINCIPAL, each.id())).contains(each));
    }

    @Holds("CORE-031")
    final void keepsOneOfManyThatComeWithTheSameKeyAtOnce() {
        Claim claim = Messages.claim(UUID.randomUUID());
        List<Message> letters = new ArrayList<>();
        for (int each = 0; each < 4; each++) {
            letters.add(Messages.letter(Messages.POST));
        }

        List<Optional<KeptAnswer>> ends = Together.run(
                4, each -> store().keep(List.of(letters.get(each)), claim, Messages.answer("number " + each)));

        assertThat(ends).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(letters)
                .filteredOn(each -> store().find(People.PRINCIPAL, each.id()).isPresent())
                .hasSize(1);
    }

    @Holds("MSG-020")
    final void givesWhatIsDueTheLongestFirst() {
        Message later = kept(Messages.letter(Messages.POST).dueAt(Optional.of(SENT.plusSeconds(2))));
        Message sooner = kept(Messages.letter(Messages.POST).dueAt(Optional.of(SENT.plusSeconds(1))));
        kept(Messages.letter(Messages.POST).dueAt(Optional.of(SENT.plusSeconds(9))));
        kept(Messages.received(SENT));

        assertThat(claim(SENT)).isEmpty();
        assertThat(ids(store().claim(SENT.plusSeconds(2), Room.of(1), LEASE, AS_IT_IS)))
                .containsExactly(sooner.id());
        assertThat(ids(claim(SENT.plusSeconds(2)))).containsExactly(later.id());
        assertThat(claim(SENT.plusSeconds(2))).isEmpty();
    }

    @Holds("MSG-018")
    final void keepsHowARoundWasBegun() {
        Message letter = kept(Messages.letter(Messages.POST));

        Leased leased = claimed(Messages::begun);

        assertThat(leased.message().last()).isPresent();
        assertThat(stored(letter)).isEqualTo(leased.message());
        assertThat(leased.lease().until()).isEqualTo(SENT.plus(LEASE));
        DeliveryId delivery = leased.message().last().orElseThrow().delivery();
        assertThat(store().find(People.PRINCIPAL, delivery)).contains(leased.message());
        assertThat(store().find(ELSEWHERE, delivery)).isEmpty();
        assertThat(store().find(People.PRINCIPAL, Messages.delivery())).isEmpty();
    }

    @Holds("MSG-021")
    final void givesNobodyWhatIsNotDueAfterItsRoundWasBegun() {
        Message letter = kept(Messages.letter(Messages.POST));

        List<Leased> leased = store().claim(
                        SENT,
                        Room.of(10),
                        LEASE,
                        (message, lapsed) -> Messages.done(Messages.begun(message), Outcome.DELIVERED));

        assertThat(leased).isEmpty();
        assertThat(stored(letter).due()).isEmpty();
        assertThat(stored(letter).last()).isPresent();
        assertThat(store().nextDue(Set.of())).isEmpty();
    }

    @Holds("MSG-015")
    final void givesAMessageToOneOfManyWhoAskAtOnce() {
        for (int each = 0; each < 20; each++) {
            kept(Messages.letter(Messages.POST));
        }

        List<List<Leased>> taken = Together.run(4, each -> store().claim(SENT, Room.of(8), LEASE, AS_IT_IS));
        taken = new ArrayList<>(taken);
        taken.add(claim(SENT));

        List<MessageId> all = taken.stream()
                .flatMap(Collection::stream)
                .map(each -> each.message().id())
                .toList();
        assertThat(all).hasSize(20).doesNotHaveDuplicates();
    }

    @Holds("MSG-038")
    final void givesAMessageAgainWhenItsLeaseHasEnded() {
        Message letter = kept(Messages.letter(Messages.POST));
        Lease first = claimed(UnaryOperator.identity()).lease();

        assertThat(claim(first.until().minusMillis(1))).isEmpty();
        assertThat(store().nextDue(Set.of())).contains(first.until());
        List<Leased> second = claim(first.until());

        assertThat(ids(second)).containsExactly(letter.id());
        assertThat(second.get(0).lease().number()).isGreaterThan(first.number());
        assertThat(store().settle(first, Messages::begun)).isEmpty();
        assertThat(stored(letter)).isEqualTo(letter);
    }

    @Holds("MSG-038")
    final void tellsWhetherTheRoundBeforeWasNeverSettled() {
        kept(Messages.letter(Messages.POST));
        List<Boolean> lapsed = new ArrayList<>();
        RoundBegin noting = (message, lost) -> {
            lapsed.add(lost);
            return message;
        };
        store().claim(SENT, Room.of(1), LEASE, noting);
        Leased second =
                store().claim(SENT.plus(LEASE), Room.of(1), LEASE, noting).get(0);
        store().settle(second.lease(), UnaryOperator.identity());
        store().claim(SENT.plus(LEASE), Room.of(1), LEASE, noting);

        assertThat(lapsed).containsExactly(false, true, false);
    }

    @Holds("MSG-014")
    final void givesOfEachChannelWhatThereIsRoomFor() {
        for (int each = 0; each < 5; each++) {
            kept(Messages.letter(Messages.MAILBOX));
        }
        Message other = kept(Messages.letter(Messages.POST).dueAt(Optional.of(SENT.plusMillis(1))));
        Instant now = SENT.plusMillis(1);

        List<MessageId> taken =
                new ArrayList<>(ids(store().claim(now, new Room(3, Map.of(Messages.MAILBOX, 1)), LEASE, AS_IT_IS)));
        assertThat(taken.stream().filter(id -> !id.equals(other.id()))).hasSize(2);
        Room full = new Room(3, Map.of(Messages.MAILBOX, 3));
        taken.addAll(ids(store().claim(now, full, LEASE, AS_IT_IS)));

        assertThat(taken).hasSize(3).contains(other.id());
        assertThat(store().nextDue(full.full())).contains(now.plus(LEASE));
        assertThat(store().nextDue(Set.of())).contains(SENT);
    }

    @Holds("MSG-014")
    final void countsAMessageToTheChannelWhoseTurnItIs() {
        Message fallen = kept(Messages.letter(Messages.MAILBOX, Messages.POST));
        Leased leased = claimed(Messages::begun);
        assertThat(store().nextDue(Set.of(Messages.MAILBOX))).isEmpty();
        store().settle(
                        leased.lease(),
                        message -> message.with(
                                List.of(message.last().orElseThrow().ended(Outcome.FAILED, Reason.NO_MAILBOX)),
                                message.due()));

        assertThat(store().claim(SENT, new Room(1, Map.of(Messages.POST, 1)), LEASE, AS_IT_IS))
                .isEmpty();
        assertThat(ids(store().claim(SENT, new Room(1, Map.of(Messages.MAILBOX, 1)), LEASE, AS_IT_IS)))
                .containsExactly(fallen.id());
    }

    @Holds("MSG-019")
    final void settlesOnceWhileTheLeaseIsHeld() {
        Message letter = kept(Messages.letter(Messages.POST));
        Leased leased = claimed(Messages::begun);
        Instant later = SENT.plusSeconds(10);

        Optional<Message> settled = store().settle(leased.lease(), message -> message.dueAt(Optional.of(later)));

        assertThat(settled).contains(leased.message().dueAt(Optional.of(later)));
        assertThat(stored(letter)).isEqualTo(settled.orElseThrow());
        assertThat(store().settle(leased.lease(), message -> Messages.done(message, Outcome.ACCEPTED)))
                .isEmpty();
        assertThat(store().nextDue(Set.of())).contains(later);
        assertThat(ids(claim(later))).containsExactly(letter.id());
    }

    @Holds("MSG-019")
    final void settlesWhatEndedInTimeAloneAndNobodyElseHasTaken() {
        Message letter = kept(Messages.letter(Messages.POST));
        Leased leased = claimed(Messages::begun);

        assertThat(store().settle(leased.lease(), message -> Messages.done(message, Outcome.DELIVERED)))
                .isPresent();
        assertThat(stored(letter).due()).isEmpty();
    }

    @Holds("MSG-026")
    final void changesByDeliveryWhileALeaseIsHeld() {
        Message letter = kept(Messages.letter(Messages.POST));
        Leased leased = claimed(Messages::begun);
        DeliveryId delivery = leased.message().last().orElseThrow().delivery();

        Optional<Message> changed = store().change(
                        People.PRINCIPAL,
                        delivery,
                        message -> Messages.done(message, Outcome.DELIVERED).dueAt(Optional.of(SENT)));

        assertThat(stored(letter)).isEqualTo(changed.orElseThrow());
        assertThat(claim(SENT.plusSeconds(1))).isEmpty();
        Optional<Message> settled = store().settle(leased.lease(), UnaryOperator.identity());
        assertThat(settled).isEqualTo(changed);
        assertThat(ids(claim(SENT.plusSeconds(1)))).containsExactly(letter.id());
        assertThat(store().change(ELSEWHERE, delivery, UnaryOperator.identity()))
                .isEmpty();
        assertThat(store().change(People.PRINCIPAL, Messages.delivery(), UnaryOperator.identity()))
                .isEmpty();
    }

    @Holds("MSG-026")
    final void losesNoneOfManyChangesAtOnce() {
        Message letter = kept(Messages.letter(Messages.POST));
        DeliveryId delivery =
                claimed(Messages::begun).message().last().orElseThrow().delivery();

        Together.run(
                4,
                each -> store().change(
                                People.PRINCIPAL,
                                delivery,
                                message -> message.with(
                                        List.of(message.last().orElseThrow().again()), message.due())));

        assertThat(stored(letter).last().orElseThrow().tries()).isEqualTo(5);
    }

    @Holds("MSG-020")
    final void tellsWhenTheNextIsDue() {
        assertThat(store().nextDue(Set.of())).isEmpty();

        kept(Messages.letter(Messages.POST).dueAt(Optional.of(SENT.plusSeconds(7))));
        kept(Messages.letter(Messages.POST).dueAt(Optional.of(SENT.plusSeconds(5))));

        assertThat(store().nextDue(Set.of())).contains(SENT.plusSeconds(5));
    }

    @Holds({"MSG-029", "MSG-031"})
    final void showsLettersTheLatestFirstToTheirReaderAlone() {
        Message old = kept(Messages.received(SENT.minusSeconds(5)));
        Message latest = kept(Messages.received(SENT));
        kept(Messages.letter(Messages.POST));

        Page<Letter> all = store().letters(People.PRINCIPAL, Messages.anna(), FIRST);

        assertThat(all.items()).containsExactly(letter(latest), letter(old));
        assertThat(all.total()).hasValue(2);
        assertThat(all.items().get(0).ofCase()).isPresent();
        assertThat(store().letters(People.PRINCIPAL, People.identity(People.BERTIL), FIRST)
                        .items())
                .isEmpty();
        assertThat(store().letters(ELSEWHERE, Messages.anna(), FIRST).items()).isEmpty();
        assertThat(store().letter(People.PRINCIPAL, Messages.anna(), old.id())).contains(letter(old));
        assertThat(store().letter(People.PRINCIPAL, People.identity(People.BERTIL), old.id()))
                .isEmpty();
        assertThat(store().letter(ELSEWHERE, Messages.anna(), old.id())).isEmpty();
    }

    @Holds("MSG-029")
    final void showsLettersInPagesThoseOfOneMomentByTheirIds() {
        for (int each = 0; each < 5; each++) {
            kept(Messages.received(SENT));
        }
        Page<Letter> first = store().letters(People.PRINCIPAL, Messages.anna(), new PageRequest(1, 3, false));
        Page<Letter> last = store().letters(People.PRINCIPAL, Messages.anna(), new PageRequest(2, 3, false));

        List<String> ids = new ArrayList<>();
        first.items().forEach(letter -> ids.add(letter.id().value().toString()));
        last.items().forEach(letter -> ids.add(letter.id().value().toString()));

        assertThat(first.more()).isTrue();
        assertThat(first.total()).isEmpty();
        assertThat(last.more()).isFalse();
        assertThat(ids).hasSize(5).isSorted().doesNotHaveDuplicates();
    }

    @Holds({"MSG-030", "MSG-031"})
    final void marksALetterForItsReaderAlone() {
        Message letter = kept(Messages.received(SENT));
        MessageId id = letter.id();

        assertThat(store().mark(People.PRINCIPAL, People.identity(People.BERTIL), id, true))
                .isEmpty();
        assertThat(store().mark(ELSEWHERE, Messages.anna(), id, true)).isEmpty();
        assertThat(read(id)).isFalse();
        assertThat(store().mark(People.PRINCIPAL, Messages.anna(), id, true).map(Letter::read))
                .contains(true);
        assertThat(read(id)).isTrue();
        assertThat(store().letters(People.PRINCIPAL, Messages.anna(), FIRST).items())
                .allMatch(Letter::read);
        assertThat(store().mark(People.PRINCIPAL, Messages.anna(), id, false).map(Letter::read))
                .contains(false);
        assertThat(read(id)).isFalse();
    }

    @Holds("MSG-028")
    final void putsALetterIntoTheInboxWithTheRoundThatDeliversIt() {
        Message letter = kept(Messages.letter(ChannelId.MINA_SIDOR));
        assertThat(store().letter(People.PRINCIPAL, Messages.anna(), letter.id()))
                .isEmpty();
        Leased leased = claimed(Messages::begun);

        store().settle(leased.lease(), message -> Messages.done(message, Outcome.DELIVERED));

        assertThat(store().letter(People.PRINCIPAL, Messages.anna(), letter.id()))
                .isPresent();
    }

    @Holds("MSG-019")
    final void keepsWhyAChannelDidNotDeliver() {
        Message letter = kept(Messages.letter(Messages.POST, Messages.MAILBOX));
        Leased leased = claimed(Messages::begun);

        store().settle(
                        leased.lease(),
                        message -> message.with(
                                List.of(message.last().orElseThrow().ended(Outcome.FAILED, Reason.NO_MAILBOX)),
                                message.due()));

        assertThat(stored(letter).last().orElseThrow().reason()).contains(Reason.NO_MAILBOX);
        assertThat(stored(letter).to()).isEqualTo(new Addressee.Named(Messages.anna()));
    }

    @Holds("MSG-033")
    final void keepsHowSomebodyWantsToBeToldAtEachPrincipal() {
        Contact first = new Contact(Optional.of("anna@example.se"), Optional.empty(), List.of(AddressKind.EMAIL));
        Contact second = new Contact(
                Optional.of("a@example.se"),
                Optional.of("+46701740605"),
                List.of(AddressKind.PHONE, AddressKind.EMAIL));

        assertThat(store().contact(People.PRINCIPAL, Messages.anna())).isEmpty();
        store().put(People.PRINCIPAL, Messages.anna(), first);
        assertThat(store().contact(People.PRINCIPAL, Messages.anna())).contains(first);
        store().put(People.PRINCIPAL, Messages.anna(), second);

        assertThat(store().contact(People.PRINCIPAL, Messages.anna())).contains(second);
        assertThat(store().contact(ELSEWHERE, Messages.anna())).isEmpty();
        assertThat(store().contact(People.PRINCIPAL, People.identity(People.BERTIL)))
                .isEmpty();
    }

    private Message kept(Message message) {
        store().keep(List.of(message), Messages.claim(UUID.randomUUID()), Messages.answer("{}"));
        return message;
    }

    private Message stored(Message message) {
        return store().find(People.PRINCIPAL, message.id()).orElseThrow();
    }

    private boolean read(MessageId id) {
        return store().letter(People.PRINCIPAL, Messages.anna(), id)
                .orElseThrow()
                .read();
    }

    private static Letter letter(Message message) {
        return Letter.of(message, false).orElseThrow();
    }

    private List<Leased> claim(Instant now) {
        return store().claim(now, Room.of(100), LEASE, AS_IT_IS);
    }

    private Leased claimed(UnaryOperator<Message> begin) {
        List<Leased> all = store().claim(SENT, Room.of(100), LEASE, (message, lapsed) -> begin.apply(message));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static List<MessageId> ids(List<Leased> all) {
        return all.stream().map(each -> each.message().id()).toList();
    }
}
