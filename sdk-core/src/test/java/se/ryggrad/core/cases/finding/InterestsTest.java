package se.ryggrad.core.cases.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.CaseAction.Involving;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.party.EndGround;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;

/** Tells that an officer who may represent a party is as partial as the party (ID-075). */
class InterestsTest {

    private static final Identity ANNAS = People.identity(People.ANNA);
    private static final Identity OWN = People.identity("200002299824");
    private static final PageRequest PAGE = new PageRequest(1, 20, true);
    private static final Caller OFFICER = issued(People.officer(
            "Siv",
            Optional.of(OWN),
            "case-officer@conformance-a",
            "unit:unit-a@conformance-a",
            "registrar@conformance-a",
            "contact-centre@conformance-a"));
    private static final Caller KARIN = issued(People.handler("Karin Ek"));
    private static final CaseQuery.Search SEARCH = new CaseQuery.Search(Optional.of(ANNAS), Optional.empty());

    private final KnownInterests registry = new KnownInterests(OWN);
    private final World world = new World(1, registry);
    private final CaseId id = world.submit(People.person(People.ANNA), "plain", "{\"subject\":\"å\"}")
            .shown()
            .id();

    @Test
    void keepsACaseFromWhoeverMayRepresentAParty() {
        registry.represent(ANNAS, People.identity(People.BERTIL));

        for (ThrowingCallable reading : List.<ThrowingCallable>of(
                () -> world.engine.find(OFFICER, id),
                () -> world.engine.requireVisible(OFFICER, id),
                () -> world.engine.events(OFFICER, id, PAGE),
                () -> world.engine.accessLog(OFFICER, id, PAGE),
                () -> world.engine.export(OFFICER, id),
                () -> world.engine.memos(OFFICER, id))) {
            assertThat(refused(reading)).isEqualTo(ProblemType.NOT_FOUND);
        }
        for (CaseAction action : List.of(
                Acts.note("x"), Acts.message("x", Circle.EVERYBODY), new CaseAction.Placing.Assign(Optional.empty()))) {
            assertThat(refused(() -> world.act(OFFICER, id, action))).isEqualTo(ProblemType.FORBIDDEN);
        }
        assertThat(listed(OFFICER)).isZero();
        assertThat(found(OFFICER)).isZero();
        assertThat(listed(KARIN)).isOne();
        assertThat(found(KARIN)).isOne();
        registry.represent();
        assertThat(world.engine.find(OFFICER, id).official()).isTrue();
        assertThat(listed(OFFICER)).isOne();
        assertThat(found(OFFICER)).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void letsNobodyBeginACaseForWhomTheyMayRepresent(CaseHead.Initiator initiator) {
        registry.represent(ANNAS);

        assertThat(refused(() -> begin(OFFICER, initiator))).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(registry.asked()).containsExactly(OWN);
        registry.represent();
        begin(OFFICER, initiator);
    }

    @Test
    void showsNothingAgainOfACaseThatTheyBegan() {
        UUID key = UUID.randomUUID();
        Answer first = begin(OFFICER, CaseHead.Initiator.PARTY, key).answer();
        registry.represent(ANNAS);

        assertThat(refused(() -> begin(OFFICER, CaseHead.Initiator.PARTY, key))).isEqualTo(ProblemType.NOT_FOUND);
        registry.represent();
        assertThat(begin(OFFICER, CaseHead.Initiator.PARTY, key).answer()).isEqualTo(first);
    }

    @Test
    void countsNoPartyThatHasEnded() {
        registry.represent(ANNAS);
        PartyId anna = world.engine.find(KARIN, id).shown().parties().get(0).id();
        world.act(
                KARIN,
                id,
                new Involving.EndParty(
                        anna, EndGround.DEATH, Optional.of(LocalDate.of(2026, 11, 23)), Optional.empty()));

        assertThat(world.engine.find(OFFICER, id).official()).isTrue();
        assertThat(listed(OFFICER)).isOne();
    }

    @Test
    void asksOnceARequestAndOnlyAboutOfficersWhoseTokenHoldsANumber() {
        world.engine.find(OFFICER, id);
        assertThat(registry.asked()).containsExactly(OWN);
        world.act(OFFICER, id, Acts.note("x"));
        assertThat(registry.asked()).containsExactly(OWN);
        found(OFFICER);
        listed(OFFICER);
        assertThat(registry.asked()).containsExactly(OWN, OWN);

        world.engine.find(KARIN, id);
        listed(KARIN);
        found(KARIN);
        world.engine.find(issued(People.person(People.ANNA)), id);
        Caller stranger = issued(People.officer("Per", Optional.of(OWN), "registrar@conformance-b"));
        assertThat(refused(() -> world.engine.find(stranger, id))).isEqualTo(ProblemType.NOT_FOUND);
        Caller unbound = new Caller(OFFICER.principal(), OFFICER.actor(), OFFICER.traceparent());
        world.engine.find(unbound, id);
        assertThat(registry.asked()).isEmpty();
    }

    @Test
    void countsTheOfficersOwnNumberWhateverRegistriesSay() {
        Caller anna = issued(People.officer("Anna", Optional.of(ANNAS), "registrar@conformance-a"));

        assertThat(refused(() -> world.engine.find(anna, id))).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(listed(anna)).isZero();
        assertThat(found(anna)).isZero();
    }

    private void begin(Caller caller, CaseHead.Initiator initiator) {
        begin(caller, initiator, UUID.randomUUID());
    }

    private Written<Started> begin(Caller caller, CaseHead.Initiator initiator, UUID key) {
        Submission submission = new Submission(
                new ServiceId(initiator == CaseHead.Initiator.PARTY ? "conformance-plain" : "conformance-authority"),
                Optional.empty(),
                initiator,
                new JsonText("{\"subject\":\"å\"}"),
                List.of(),
                List.of(new PartyEntry(Party.Role.APPLICANT, ANNAS, "Anna", Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return world.engine.start(caller, StartCall.of(submission), world.once(key, world::answer));
    }

    private long listed(Caller caller) {
        return world.engine.list(caller, CaseQuery.Filter.NONE, PAGE).total().orElseThrow();
    }

    private long found(Caller caller) {
        return world.engine.search(caller, SEARCH, PAGE).total().orElseThrow();
    }

    private static Caller issued(Caller caller) {
        return new Caller(
                caller.principal(),
                caller.actor(),
                caller.representation(),
                Optional.of("https://issuer.example.se"),
                caller.traceparent());
    }

    private static ProblemType refused(ThrowingCallable call) {
        RyggradException refused = catchThrowableOfType(RyggradException.class, call);
        assertThat(refused).as("is refused").isNotNull();
        return refused.problem().type();
    }
}
