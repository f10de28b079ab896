package se.ryggrad.core.cases.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.Precondition;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.CaseAction.Asking;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;

/** Tests how cases with a protected party begin, are acted on, and what replays show (ID-056 to ID-059, ID-064). */
class ProtectedActsTest {

    private static final LocalDate TOMORROW = LocalDate.of(2026, 11, 24);
    private static final LocalDate SOON = LocalDate.of(2026, 12, 1);

    private final Guarded guarded = new Guarded();

    @Test
    void answersWhoeverBeginsACaseAsAnotherPartyAndThenNoMore() {
        guarded.registry.protect(Guarded.BERTILS, Protection.SEKRETESSMARKERING);
        CaseView first = guarded.started(Guarded.REGISTRAR, guarded.paper());

        assertThat(Guarded.text(first))
                .contains("\"floor\":\"2\"", "\"allowedActions\":[]")
                .doesNotContain(Guarded.CANARY, Guarded.NAME, People.BERTIL, "\"protection\"");
        CaseId id = first.shown().id();
        assertThat(Guarded.refused(() -> guarded.world.engine.find(Guarded.REGISTRAR, id)))
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(guarded.listed(Guarded.REGISTRAR)).isEmpty();
        assertThat(guarded.told(Guarded.CLEARED, id)).contains("Kanariegatan 1");
        assertThat(Guarded.text(guarded.started(Guarded.CLEARED, guarded.paper())))
                .contains("Kanariegatan 1", "\"protection\":\"sekretessmarkering\"");
    }

    @Test
    void showsNoMoreInAReplayOfABeginningThanTheCaseDoesNow() {
        Once<Started> once = guarded.world.once(UUID.randomUUID(), Guarded::answer);
        Submission submission = guarded.submission();
        String first = start(Guarded.ANNA, submission, once);
        assertThat(first).contains("Kanariegatan 1", Guarded.NAME);
        assertThat(start(Guarded.ANNA, submission, once)).isEqualTo(first);

        guarded.registry.protect(Guarded.BERTILS, Protection.SEKRETESSMARKERING);
        assertThat(start(Guarded.ANNA, submission, once))
                .contains("\"floor\":\"2\"")
                .doesNotContain(Guarded.CANARY, Guarded.NAME);
        guarded.registry.release(Guarded.BERTILS);
        assertThat(start(Guarded.ANNA, submission, once)).isEqualTo(first);
    }

    @Test
    void showsNoMoreInAReplayOfAnActThanTheCaseDoesNow() {
        CaseId id = guarded.begin();
        Once<CaseView> annas = guarded.world.once(UUID.randomUUID(), Guarded::answer);
        Once<CaseView> karins = guarded.world.once(UUID.randomUUID(), Guarded::answer);
        assertThat(act(Guarded.ANNA, id, Acts.supplement("mer"), annas)).contains("Kanariegatan 1");
        assertThat(act(Guarded.KARIN, id, Acts.note("sett"), karins)).contains("Kanariegatan 1");

        guarded.registry.protect(Guarded.BERTILS, Protection.SEKRETESSMARKERING);
        assertThat(act(Guarded.ANNA, id, Acts.supplement("mer"), annas)).doesNotContain(Guarded.CANARY, Guarded.NAME);
        assertThat(Guarded.refused(() -> act(Guarded.KARIN, id, Acts.note("sett"), karins)))
                .isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void assignsToThoseInTheGroupAlone() {
        CaseId id = guarded.begin();
        guarded.world.seen(Guarded.KARIN);
        guarded.world.seen(Guarded.CLEARED);
        guarded.registry.protect(Guarded.BERTILS, Protection.SEKRETESSMARKERING);

        assertThat(Guarded.refused(() -> guarded.world.act(Guarded.CLEARED, id, assign(Guarded.KARIN))))
                .isEqualTo(ProblemType.VALIDATION);
        CaseView assigned = guarded.world.act(Guarded.CLEARED, id, assign(Guarded.CLEARED));
        assertThat(assigned.shown().head().status()).isEqualTo(CaseStatus.IN_PROGRESS);
        guarded.registry.release(Guarded.BERTILS);
        assertThat(guarded.world
                        .act(Guarded.CLEARED, id, assign(Guarded.KARIN))
                        .shown()
                        .head()
                        .officer())
                .hasValueSatisfying(officer -> assertThat(officer.officer())
                        .isEqualTo(Guarded.KARIN.actor().id()));
    }

    @Test
    void letsAnotherPartyAndTheProtectedGoOnActing() {
        CaseId id = guarded.begin();
        guarded.registry.protect(Guarded.BERTILS, Protection.SEKRETESSMARKERING);

        assertThat(Guarded.text(guarded.world.act(
                        Guarded.ANNA, id, Acts.fill("{\"street\":\"Kanariegatan 8\",\"subject\":\"Nytt\"}"))))
                .contains("Nytt")
                .doesNotContain(Guarded.CANARY);
        assertThat(guarded.told(Guarded.ANNA, id)).doesNotContain(Guarded.CANARY);
        assertThat(Guarded.text(guarded.world.act(Guarded.BERTIL, id, Acts.supplement("mer"))))
                .contains("Kanariegatan 8");
        assertThat(guarded.told(Guarded.ANNA, id)).contains("\"by\":\"Part\"", "\"text\":\"mer\"");
    }

    @Test
    void judgesAnAnswerByTheFormOfItsRequest() {
        CaseId id = guarded.begin();
        guarded.world.act(Guarded.KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        PartyId anna =
                guarded.world.engine.find(Guarded.ANNA, id).self().iterator().next();
        String marked = "{\"type\":\"object\",\"properties\":{\"where\":{\"type\":\"string\","
                + "\"x-ryggrad-contact\":true},\"why\":{\"type\":\"string\"}}}";
        answer(id, anna, marked, "{\"why\":\"Därför\"}");
        answer(id, anna, marked, "{\"where\":\"Kanariegatan 7\"}");
        guarded.registry.protect(Guarded.BERTILS, Protection.SEKRETESSMARKERING);

        assertThat(guarded.told(Guarded.ANNA, id)).contains("Därför").doesNotContain(Guarded.CANARY);
        assertThat(guarded.told(Guarded.CLEARED, id)).contains("Därför", "Kanariegatan 7");
    }

    @Test
    void hidesTheCaseFromTheUnitThatIsAskedAndFromAPartialOfficer() {
        CaseId id = guarded.begin();
        guarded.world.act(Guarded.KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        Caller consulted =
                Guarded.issued(People.officer("Eva", "case-officer@conformance-a", "unit:unit-a2@conformance-a"));
        Caller partial = Guarded.issued(People.officer("Anna", Optional.of(Guarded.ANNAS), "registrar@conformance-a"));
        guarded.world.act(
                Guarded.KARIN,
                id,
                Acts.ask(new Request.Addressee.OfUnit(new UnitId("unit-a2")), SOON, Circle.EVERYBODY));
        assertThat(guarded.world.engine.find(consulted, id).official()).isTrue();
        assertThat(Guarded.refused(() -> guarded.world.act(partial, id, Acts.note("x"))))
                .isEqualTo(ProblemType.FORBIDDEN);

        guarded.registry.protect(Guarded.BERTILS, Protection.SEKRETESSMARKERING);
        assertThat(Guarded.refused(() -> guarded.world.engine.find(consulted, id)))
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(Guarded.refused(() -> guarded.world.act(partial, id, Acts.note("x"))))
                .isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void leavesTheProtectionOfAPersonWhenTheCalendarActs() {
        guarded.registry.protect(Guarded.BERTILS, Protection.SEKRETESSMARKERING);
        CaseId id = guarded.begin();
        guarded.world.act(Guarded.CLEARED, id, assign(Guarded.CLEARED));
        PartyId anna =
                guarded.world.engine.find(Guarded.ANNA, id).self().iterator().next();
        guarded.world.act(
                Guarded.CLEARED, id, Acts.ask(new Request.Addressee.OfParty(anna), TOMORROW, Circle.EVERYBODY));
        guarded.world.clock.advance(Duration.ofDays(3));

        assertThat(guarded.world.engine.dailyRound().run()).isOne();
        assertThat(guarded.listed(Guarded.KARIN)).isEmpty();
        assertThat(guarded.listed(Guarded.CLEARED)).containsExactly(id);
    }

    private void answer(CaseId id, PartyId party, String form, String filledIn) {
        Asking.Ask plain = Acts.ask(new Request.Addressee.OfParty(party), SOON, Circle.EVERYBODY);
        CaseView asked = guarded.world.act(
                Guarded.KARIN,
                id,
                new Asking.Ask(
                        plain.kind(),
                        plain.addressee(),
                        plain.text(),
                        Optional.of(new JsonText(form)),
                        List.of(),
                        plain.dueOn(),
                        Optional.empty(),
                        Circle.EVERYBODY));
        UUID request = asked.shown().openRequests().get(0).id();
        guarded.world.act(
                Guarded.ANNA,
                id,
                new Asking.AnswerRequest(
                        request, Optional.empty(), Optional.of(new JsonText(filledIn)), List.of(), Optional.empty()));
    }

    private static CaseAction assign(Caller officer) {
        return new CaseAction.Placing.Assign(Optional.of(officer.actor().id()));
    }

    private String start(Caller caller, Submission submission, Once<Started> once) {
        return guarded.world
                .engine
                .start(caller, StartCall.of(submission), once)
                .answer()
                .body();
    }

    private String act(Caller caller, CaseId id, CaseAction action, Once<CaseView> once) {
        Written<CaseView> written = guarded.world.engine.act(
                caller,
                id,
                ActionCall.of(action),
                Optional.of(Precondition.version(
                        new Version(guarded.world.version(id).number()))),
                once);
        return written.answer().body();
    }
}
