package se.ryggrad.core.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.messaging.Messaging;
import se.ryggrad.api.messaging.NewMessage;
import se.ryggrad.api.messaging.Receipt;
import se.ryggrad.api.messaging.ReceiptCall;
import se.ryggrad.api.messaging.SendCall;
import se.ryggrad.api.messaging.Sent;
import se.ryggrad.api.messaging.model.Addressee;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.Content;
import se.ryggrad.api.messaging.model.DeliveryId;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.MessageId;
import se.ryggrad.api.messaging.model.MessageState;
import se.ryggrad.api.messaging.model.Outcome;
import se.ryggrad.api.messaging.model.Reason;
import se.ryggrad.api.messaging.store.Room;
import se.ryggrad.core.cases.People;

class MessageDeskTest {

    private static final Caller KARIN = People.handler("Karin Ek");
    private static final Caller ELSEWHERE =
            People.officer("Bo", "case-officer@conformance-b", "unit:unit-b@conformance-b");

    private final PostOffice office = new PostOffice();
    private final Messaging messaging = office.service.messaging();

    @Test
    void tellsTheChannelsWithTheInboxFirst() {
        assertThat(messaging.terms().channels())
                .extracting(channel -> channel.id().value())
                .containsExactly("mina-sidor", "mailbox", "sms");
    }

    @Test
    void takesALetterByAllChannelsThatTakeLetters() {
        Message letter = office.letter();

        assertThat(letter.channels()).extracting(ChannelId::value).containsExactly("mina-sidor", "mailbox");
        assertThat(letter.state()).isEqualTo(MessageState.DELIVERED);
        assertThat(letter.expiresAt()).isEqualTo(letter.createdAt().plus(Duration.ofDays(30)));
        assertThat(messaging.message(PostOffice.SYSTEM, letter.id())).isEqualTo(letter);
    }

    @Test
    void takesAMessageOnceForAKey() {
        UUID key = UUID.randomUUID();
        SendCall call = SendCall.of(PostOffice.letter(PostOffice.to(People.ANNA)));

        Written<Message> first = messaging.send(PostOffice.SYSTEM, call, office.once(key, "digest"));
        Written<Message> again = messaging.send(PostOffice.SYSTEM, call, office.once(key, "digest"));

        assertThat(again).isInstanceOf(Written.Again.class);
        assertThat(again.answer()).isEqualTo(first.answer());
        Problem other = refused(() -> messaging.send(PostOffice.SYSTEM, call, office.once(key, "other")));
        assertThat(other.type()).isEqualTo(ProblemType.IDEMPOTENCY_CONFLICT);
        Message sent = ((Written.First<Message>) first).result();
        assertThat(other.firstResource()).contains(sent.id().value().toString());
    }

    @Test
    void letsNeitherPersonsNorSystemsWithoutTheScopeSend() {
        SendCall call = SendCall.of(PostOffice.letter(PostOffice.to(People.ANNA)));
        MessageId any = MessageId.random();

        for (Caller caller : List.of(People.person(People.ANNA), People.system("cases:read"), People.nobody())) {
            assertThat(refused(() -> messaging.send(caller, call, office.once()))
                            .type())
                    .isEqualTo(ProblemType.FORBIDDEN);
            assertThat(refused(() -> messaging.sendAll(caller, List::of, office.once()))
                            .type())
                    .isEqualTo(ProblemType.FORBIDDEN);
            assertThat(refused(() -> messaging.message(caller, any)).type()).isEqualTo(ProblemType.FORBIDDEN);
        }
    }

    @Test
    void letsAnOfficerSendToPartiesAlone() {
        CaseView view = submitted();

        Message message = sent(KARIN, PostOffice.letter(PostOffice.to(view)));

        assertThat(message.to())
                .isEqualTo(new Addressee.OfParty(
                        view.shown().id(), view.shown().parties().get(0).id(), People.identity(People.ANNA)));
        SendCall named = SendCall.of(PostOffice.letter(PostOffice.to(People.ANNA)));
        assertThat(refused(() -> messaging.send(KARIN, named, office.once())).type())
                .isEqualTo(ProblemType.FORBIDDEN);
    }

    @Test
    void tellsACaseThatIsOutOfReachLikeOneThatDoesNotExist() {
        NewMessage seen = PostOffice.letter(PostOffice.to(submitted()));
        NewMessage unknown = PostOffice.letter(new NewMessage.Party(CaseId.random(), PartyId.random()));

        Problem other = refused(() -> sent(ELSEWHERE, seen));
        assertThat(other.faults()).extracting("where", "code").containsExactly(tuple("/to/case"));
        assertThat(refused(() -> sent(KARIN, unknown)).faults()).isEqualTo(other.faults());
        assertThat(refused(() -> sent(People.archivist(), seen)).faults()).isEqualTo(other.faults());
        assertThat(refused(() -> sent(stranger(), seen)).faults()).isEqualTo(other.faults());
    }

    @Test
    void refusesAPartyThatIsNotThere() {
        CaseView view = submitted();
        NewMessage unknown = PostOffice.letter(new NewMessage.Party(view.shown().id(), PartyId.random()));
        NewMessage nobody = PostOffice.letter(PostOffice.to(
                office.world.submitAnonymously("{\"subject\":\"å\"}").view()));

        assertThat(refused(() -> sent(PostOffice.SYSTEM, unknown)).faults())
                .extracting("where", "code")
                .containsExactly(tuple("/to/party"));
        assertThat(refused(() -> sent(PostOffice.SYSTEM, nobody)).faults())
                .extracting("where", "code")
                .containsExactly(tuple("/to/party"));
    }

    @Test
    void namesAllFaultsOfAMessageAtOnce() {
        NewMessage wrong = new NewMessage(
                new NewMessage.Party(CaseId.random(), PartyId.random()),
                Optional.of(new Content("", new Content.Html("<script/>"))),
                List.of(new ChannelId("sms"), new ChannelId("sms")),
                Optional.of(Duration.ofDays(31)));

        assertThat(refused(() -> sent(PostOffice.SYSTEM, wrong)).faults())
                .extracting(fault -> fault.where() + ' ' + fault.code().code())
                .containsExactly(
                        "/body/html format",
                        "/channels unique-items",
                        "/channels/0 unknown-value",
                        "/channels/1 unknown-value",
                        "/subject min-length",
                        "/timeToLive maximum",
                        "/to/case unknown-value");
    }

    @Test
    void refusesASubjectOfMoreThanOneLine() {
        for (String subject : List.of("a\r\nBcc: b", "a\tb", "a\u0000", "a\u007f", "a\u0085")) {
            NewMessage wrong = letter(subject, "a\r\nb", Duration.ofDays(1));

            assertThat(refused(() -> sent(PostOffice.SYSTEM, wrong)).faults())
                    .extracting(fault -> fault.where() + ' ' + fault.code().code())
                    .containsExactly("/subject format");
        }
    }

    @Test
    void boundsWhatALetterSaysAndHowLongItLives() {
        NewMessage longest = letter("å".repeat(200), "\uD83D\uDE00".repeat(20_000), Duration.ofSeconds(1));
        NewMessage beyond = letter("å".repeat(201), "a".repeat(20_001), Duration.ofMillis(999));

        assertThat(sent(PostOffice.SYSTEM, longest).expiresAt())
                .isEqualTo(office.kept(office.letter()).createdAt().plusSeconds(1));
        assertThat(refused(() -> sent(PostOffice.SYSTEM, beyond)).faults())
                .extracting(fault -> fault.where() + ' ' + fault.code().code())
                .containsExactly("/body/text max-length", "/subject max-length", "/timeToLive minimum");
    }

    @Test
    void showsAMessageToItsSenderAndToOfficersOfItsCase() {
        Message ofCase = sent(PostOffice.SYSTEM, PostOffice.letter(PostOffice.to(submitted())));
        Message named = office.letter();

        assertThat(messaging.message(KARIN, ofCase.id())).isEqualTo(ofCase);
        assertThat(refused(() -> messaging.message(ELSEWHERE, ofCase.id())).type())
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(refused(() -> messaging.message(KARIN, named.id())).type()).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(refused(() -> messaging.message(stranger(), named.id())).type())
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(refused(() -> messaging.message(KARIN, MessageId.random())).type())
                .isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void judgesEachMessageOfABatchByItself() {
        SendCall sound = SendCall.of(PostOffice.letter(PostOffice.to(submitted())));
        SendCall named = SendCall.of(PostOffice.letter(PostOffice.to(People.ANNA)));
        SendCall unknown = SendCall.of(PostOffice.letter(new NewMessage.Party(CaseId.random(), PartyId.random())));

        List<Sent> sent = ((Written.First<List<Sent>>)
                        messaging.sendAll(KARIN, () -> List.of(named, sound, unknown), office.once()))
                .result();

        assertThat(sent.get(0))
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.FORBIDDEN));
        assertThat(sent.get(1))
                .isInstanceOfSatisfying(
                        Sent.Taken.class,
                        taken -> assertThat(office.kept(taken.message())).isEqualTo(taken.message()));
        assertThat(sent.get(2))
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.VALIDATION));
    }

    @Test
    void notesAReceiptOfTheChannelsOwnClient() {
        Message letter = begun();
        DeliveryId delivery = office.kept(letter).last().orElseThrow().delivery();

        messaging.receipt(PostOffice.client("mailbox"), receipt(delivery, Optional.of(Reason.BOUNCED)));

        assertThat(office.kept(letter).last().orElseThrow().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(office.kept(letter).state()).isEqualTo(MessageState.UNDELIVERABLE);
    }

    @Test
    void knowsNoDeliveryOfAnotherChannel() {
        DeliveryId delivery = office.kept(begun()).last().orElseThrow().delivery();

        assertThat(told(PostOffice.client("sms"), receipt(delivery, Optional.empty())))
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(told(PostOffice.client("mailbox"), ReceiptCall.of("0".repeat(32), delivered())))
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(told(PostOffice.client("mailbox"), ReceiptCall.of("no delivery", delivered())))
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(told(PostOffice.SYSTEM, receipt(delivery, Optional.empty()))).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(told(KARIN, receipt(delivery, Optional.empty()))).isEqualTo(ProblemType.FORBIDDEN);
    }

    @Test
    void looksAtTheRestOfAReceiptWhenItsDeliveryIsTheChannels() {
        ReceiptCall broken = new ReceiptCall(Optional.of("0".repeat(32)), () -> {
            throw RyggradException.validation(List.of());
        });
        ReceiptCall nameless = new ReceiptCall(Optional.empty(), broken.body());

        assertThat(told(PostOffice.client("mailbox"), broken)).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(told(PostOffice.client("mailbox"), nameless)).isEqualTo(ProblemType.VALIDATION);
    }

    private Message begun() {
        Message letter = office.letter("mailbox");
        office.store.claim(
                office.world.clock.instant(),
                Room.of(1),
                Duration.ofSeconds(40),
                (message, lapsed) -> se.ryggrad.core.contract.Messages.begun(message));
        return letter;
    }

    private CaseView submitted() {
        return office.world.submit(People.person(People.ANNA), "plain", "{\"subject\":\"å\"}");
    }

    private Message sent(Caller caller, NewMessage message) {
        return ((Written.First<Message>) messaging.send(caller, SendCall.of(message), office.once())).result();
    }

    private static NewMessage letter(String subject, String text, Duration time) {
        return new NewMessage(
                PostOffice.to(People.ANNA),
                Optional.of(new Content(subject, new Content.Text(text))),
                List.of(),
                Optional.of(time));
    }

    /** Returns another system that sends, of no authority. */
    private static Caller stranger() {
        Actor.SystemActor system = (Actor.SystemActor) PostOffice.SYSTEM.actor();
        return new Caller(
                People.PRINCIPAL,
                new Actor.SystemActor(new ActorId("stranger"), "stranger", system.scopes(), java.util.Set.of()),
                PostOffice.SYSTEM.traceparent());
    }

    private Receipt delivered() {
        return new Receipt(Optional.empty(), office.world.clock.instant());
    }

    private ReceiptCall receipt(DeliveryId delivery, Optional<Reason> failure) {
        return ReceiptCall.of(delivery.value(), new Receipt(failure, office.world.clock.instant()));
    }

    private ProblemType told(Caller caller, ReceiptCall call) {
        return refused(() -> messaging.receipt(caller, call)).type();
    }

    private static org.assertj.core.groups.Tuple tuple(String pointer) {
        return org.assertj.core.groups.Tuple.tuple(pointer, FaultCode.UNKNOWN_VALUE);
    }

    private static Problem refused(ThrowingCallable call) {
        return catchThrowableOfType(RyggradException.class, call).problem();
    }
}
