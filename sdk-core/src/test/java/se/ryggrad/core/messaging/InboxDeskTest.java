package se.ryggrad.core.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.api.messaging.Contacts;
import se.ryggrad.api.messaging.Inbox;
import se.ryggrad.api.messaging.model.AddressKind;
import se.ryggrad.api.messaging.model.Contact;
import se.ryggrad.api.messaging.model.Letter;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.MessageId;
import se.ryggrad.core.cases.People;

class InboxDeskTest {

    private static final Caller ANNA = People.person(People.ANNA);
    private static final Caller BERTIL = People.person(People.BERTIL);
    private static final Caller LOW = People.person(People.ANNA, AssuranceLevel.LOA2);
    private static final PageRequest PAGE = new PageRequest(1, 20, false);
    private static final Contact PHONE =
            new Contact(Optional.empty(), Optional.of("+46701740605"), List.of(AddressKind.PHONE));

    private final PostOffice office = new PostOffice();
    private final Inbox inbox = office.service.inbox();
    private final Contacts contacts = office.service.contacts();

    @Test
    void showsALetterToWhomItIsWritten() {
        Message letter = office.letter();

        assertThat(inbox.letters(ANNA, PAGE).items()).extracting(Letter::id).containsExactly(letter.id());
        assertThat(inbox.letter(ANNA, letter.id()).content()).isEqualTo(PostOffice.CONTENT);
        assertThat(inbox.letter(ANNA, letter.id()).read()).isFalse();
        assertThat(inbox.letters(BERTIL, PAGE).items()).isEmpty();
        assertThat(type(() -> inbox.letter(BERTIL, letter.id()))).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(type(() -> inbox.mark(BERTIL, letter.id(), () -> true))).isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void showsItToWhoeverReceivesForThem() {
        Message letter = office.letter();
        Caller receives = acting(RepresentationRight.READ, RepresentationRight.RECEIVE);
        Caller acts = acting(RepresentationRight.READ, RepresentationRight.ACT);

        assertThat(inbox.letters(receives, PAGE).items()).extracting(Letter::id).containsExactly(letter.id());
        assertThat(inbox.mark(receives, letter.id(), () -> true).read()).isTrue();
        assertThat(type(() -> inbox.letters(acts, PAGE))).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(type(() -> inbox.letter(acts, letter.id()))).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(type(() -> inbox.letter(acts, MessageId.random()))).isEqualTo(ProblemType.FORBIDDEN);
    }

    @Test
    void marksALetterAndLooksAtTheBodyLast() {
        Message letter = office.letter();

        assertThat(inbox.mark(ANNA, letter.id(), () -> true).read()).isTrue();
        assertThat(inbox.letter(ANNA, letter.id()).read()).isTrue();
        assertThat(inbox.mark(ANNA, letter.id(), () -> false).read()).isFalse();
        assertThat(type(() -> inbox.mark(ANNA, MessageId.random(), InboxDeskTest::wrong)))
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(type(() -> inbox.mark(ANNA, letter.id(), InboxDeskTest::wrong)))
                .isEqualTo(ProblemType.VALIDATION);
    }

    @Test
    void asksForTheLevel() {
        Message letter = office.letter();

        assertThat(type(() -> inbox.letters(LOW, PAGE))).isEqualTo(ProblemType.INSUFFICIENT_ASSURANCE);
        assertThat(type(() -> inbox.letter(LOW, letter.id()))).isEqualTo(ProblemType.INSUFFICIENT_ASSURANCE);
        assertThat(type(() -> inbox.letter(LOW, MessageId.random()))).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(type(() -> contacts.contact(LOW))).isEqualTo(ProblemType.INSUFFICIENT_ASSURANCE);
        assertThat(type(() -> contacts.put(LOW, () -> PHONE))).isEqualTo(ProblemType.INSUFFICIENT_ASSURANCE);
    }

    @Test
    void isForPersonsAlone() {
        for (Caller caller : List.of(People.handler("Karin Ek"), PostOffice.SYSTEM)) {
            assertThat(type(() -> inbox.letters(caller, PAGE))).isEqualTo(ProblemType.FORBIDDEN);
            assertThat(type(() -> contacts.contact(caller))).isEqualTo(ProblemType.FORBIDDEN);
        }
    }

    @Test
    void holdsWhatThePersonHasSaidOfThemselvesAlone() {
        assertThat(contacts.contact(ANNA)).isEqualTo(Contact.NONE);
        assertThat(contacts.put(ANNA, () -> PHONE)).isEqualTo(PHONE);

        assertThat(contacts.contact(ANNA)).isEqualTo(PHONE);
        assertThat(contacts.contact(BERTIL)).isEqualTo(Contact.NONE);
        assertThat(type(() -> contacts.contact(acting(RepresentationRight.RECEIVE))))
                .isEqualTo(ProblemType.FORBIDDEN);
        assertThat(type(() -> contacts.put(acting(RepresentationRight.RECEIVE), () -> PHONE)))
                .isEqualTo(ProblemType.FORBIDDEN);
    }

    private static boolean wrong() {
        throw RyggradException.validation(List.of());
    }

    /** Returns Bertil acting for Anna. */
    private static Caller acting(RepresentationRight... rights) {
        Representation representation = new Representation(
                UUID.randomUUID(),
                RepresentationKind.GUARDIAN,
                People.identity(People.ANNA),
                "Anna",
                Set.of(rights),
                false,
                Optional.empty(),
                Optional.empty());
        return new Caller(People.PRINCIPAL, BERTIL.actor(), Optional.of(representation), BERTIL.traceparent());
    }

    private static ProblemType type(ThrowingCallable call) {
        return catchThrowableOfType(RyggradException.class, call).problem().type();
    }
}
