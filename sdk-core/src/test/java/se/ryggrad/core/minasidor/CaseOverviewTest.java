package se.ryggrad.core.minasidor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.CaseAction.Asking;
import se.ryggrad.api.cases.action.CaseAction.Involving;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.EndGround;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.api.minasidor.OverviewItem;
import se.ryggrad.api.minasidor.OverviewItem.Ask;
import se.ryggrad.api.minasidor.OverviewKind;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.EngineTesting;
import se.ryggrad.core.cases.Papers;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;

/** Tests what of a person's cases the overview shows (MINA-001, MINA-003 to MINA-005, MINA-008). */
class CaseOverviewTest extends EngineTesting {

    private static final Identity CHILD = new Identity(IdentityScheme.PERSONNUMMER, "201503149823");

    private final CaseOverview overview = new CaseOverview(
            world.engine,
            (principal, id) -> Optional.of(URI.create("https://" + principal.value() + ".se/" + id.value())));

    @Test
    void showsEachCaseOnceInTheOrderOfTheList() {
        for (int i = 0; i < 3; i++) {
            world.submit(ANNA, "plain", "{\"subject\":\"å\"}");
        }
        world.submit(BERTIL, "plain", "{\"subject\":\"å\"}");
        for (PageRequest page : List.of(PAGE, new PageRequest(1, 2, true), new PageRequest(2, 2, false))) {
            Page<CaseView> listed = world.engine.list(ANNA, CaseQuery.Filter.NONE, page);
            Page<OverviewItem> shown = overview.items(ANNA, page);

            assertThat(listed.items()).isNotEmpty();
            assertThat(shown).isEqualTo(listed.map(CaseOverviewTest::unasked));
        }
    }

    private static OverviewItem unasked(CaseView view) {
        UUID id = view.shown().id().value();
        return new OverviewItem(
                id.toString(),
                OverviewKind.CASE,
                view.shown().head().service().title(),
                view.localStatus(),
                view.shown().head().updatedAt(),
                Optional.empty(),
                Optional.of(URI.create("https://2581.se/" + id)));
    }

    @Test
    void asksOfThePartyThatTheRequestIsAddressedTo() {
        CaseId id = withBertil();
        world.act(KARIN, id, Acts.ask(to(id, 0), TODAY, Circle.EVERYBODY));

        assertThat(asked(ANNA)).contains(new Ask(Optional.of(TODAY)));
        assertThat(world.engine.find(BERTIL, id).shown().openRequests()).hasSize(1);
        assertThat(asked(BERTIL)).isEmpty();
        world.act(KARIN, id, Acts.ask(to(id, 1), TODAY.plusDays(1), Circle.EVERYBODY));
        assertThat(asked(ANNA)).contains(new Ask(Optional.of(TODAY)));
        assertThat(asked(BERTIL)).contains(new Ask(Optional.of(TODAY.plusDays(1))));
    }

    @Test
    void asksWithWhatOthersDoNotSee() {
        CaseId id = withBertil();
        Audience hers = new Audience(Audience.To.PARTIES, Set.of(partyAt(id, 0)));
        List<Circle.Ground> secrecy = List.of(new Circle.Ground("OSL 26 kap. 1 §", "sökanden"));
        world.act(KARIN, id, Acts.ask(to(id, 0), TODAY, new Circle(hers, secrecy)));

        assertThat(asked(ANNA)).contains(new Ask(Optional.of(TODAY)));
        assertThat(asked(BERTIL)).isEmpty();
    }

    @Test
    void asksNothingOnBehalfOfOthersThanParties() {
        CaseId id = assigned();
        Request.Addressee board = new Request.Addressee.OfName("Länsstyrelsen");
        world.act(KARIN, id, Acts.ask(board, TODAY, Circle.EVERYBODY));

        assertThat(world.engine.find(ANNA, id).shown().openRequests()).hasSize(1);
        assertThat(asked(ANNA)).isEmpty();
    }

    @Test
    void asksByTheEarliestDayOfWhatIsStillOpen() {
        CaseId id = assigned();
        world.act(KARIN, id, Acts.communicate(party(id)));
        assertThat(asked(ANNA)).contains(new Ask(Optional.empty()));
        Request.Addressee anna = new Request.Addressee.OfParty(party(id));
        world.act(KARIN, id, Acts.ask(anna, TODAY.plusDays(9), Circle.EVERYBODY));
        assertThat(asked(ANNA)).contains(new Ask(Optional.of(TODAY.plusDays(9))));
        world.act(KARIN, id, Acts.ask(anna, TODAY.plusDays(2), Circle.EVERYBODY));
        assertThat(asked(ANNA)).contains(new Ask(Optional.of(TODAY.plusDays(2))));

        answer(id, TODAY.plusDays(2));
        assertThat(asked(ANNA)).contains(new Ask(Optional.of(TODAY.plusDays(9))));
        answer(id, TODAY.plusDays(9));
        assertThat(asked(ANNA)).contains(new Ask(Optional.empty()));
        Request last = world.engine.find(ANNA, id).shown().openRequests().get(0);
        world.act(KARIN, id, new Asking.CloseRequest(last.id(), Optional.empty()));
        assertThat(asked(ANNA)).isEmpty();
        assertThat(overview.items(ANNA, PAGE).items()).hasSize(1);
    }

    private void answer(CaseId id, LocalDate dueOn) {
        Request due = world.engine.find(ANNA, id).shown().openRequests().stream()
                .filter(request -> request.dueOn().filter(dueOn::equals).isPresent())
                .findFirst()
                .orElseThrow();
        world.act(ANNA, id, Acts.answer(due.id(), Optional.empty()));
    }

    @Test
    void asksOfWhoeverActsForThePartyAndOnlyThen() {
        Caller guardian = forThe(CHILD);
        CaseId id = world.submit(guardian, "represented", "{\"subject\":\"å\"}")
                .shown()
                .id();
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        world.act(KARIN, id, Acts.ask(to(id, 0), TODAY, Circle.EVERYBODY));

        assertThat(asked(guardian)).contains(new Ask(Optional.of(TODAY)));
        assertThat(asked(People.person(CHILD.value()))).contains(new Ask(Optional.of(TODAY)));
        assertThat(overview.items(ANNA, PAGE).items()).isEmpty();
        assertThat(overview.items(forThe(People.identity(People.BERTIL)), PAGE).items())
                .isEmpty();
    }

    @Test
    void asksNothingOfThemselvesWhileSomebodyActsForAnotherParty() {
        CaseId id =
                world.submit(ANNA, "represented", "{\"subject\":\"å\"}").shown().id();
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        world.act(KARIN, id, add(Party.Role.CO_APPLICANT, People.BERTIL));
        world.act(KARIN, id, Acts.ask(to(id, 0), TODAY, Circle.EVERYBODY));

        Caller forBertil = forThe(People.identity(People.BERTIL));
        assertThat(world.engine.list(forBertil, CaseQuery.Filter.NONE, PAGE).items())
                .hasSize(1);
        assertThat(asked(forBertil)).isEmpty();
        assertThat(asked(ANNA)).isPresent();
    }

    @Test
    void countsEachPartyThatOnePersonIsWhileItLasts() {
        CaseId id = assigned();
        world.act(KARIN, id, add(Party.Role.CONCERNED, People.ANNA));
        world.act(KARIN, id, Acts.ask(to(id, 1), TODAY, Circle.EVERYBODY));
        assertThat(asked(ANNA)).contains(new Ask(Optional.of(TODAY)));

        world.act(
                KARIN,
                id,
                new Involving.EndParty(partyAt(id, 1), EndGround.DEATH, Optional.empty(), Optional.of("Dödsfall")));
        assertThat(world.engine.find(ANNA, id).shown().openRequests()).hasSize(1);
        assertThat(asked(ANNA)).isEmpty();
    }

    @Test
    void isForPersonsAlone() {
        world.submit(ANNA, "plain", "{\"subject\":\"å\"}");

        for (Caller caller : List.of(KARIN, People.registrar(), People.system("cases:read"), People.nobody())) {
            assertThat(refused(() -> overview.items(caller, PAGE)).type()).isEqualTo(ProblemType.FORBIDDEN);
        }
        assertThat(overview.items(ANNA, PAGE).items()).hasSize(1);
    }

    private Optional<Ask> asked(Caller caller) {
        List<OverviewItem> items = overview.items(caller, PAGE).items();
        assertThat(items).hasSize(1);
        return items.get(0).ask();
    }

    private CaseId withBertil() {
        CaseId id = World.started(world.engine.start(
                        People.registrar(),
                        StartCall.of(Papers.withBertil(TODAY.minusDays(5), Party.Role.APPLICANT)),
                        world.once(world::answer)))
                .view()
                .shown()
                .id();
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        return id;
    }

    private static CaseAction add(Party.Role role, String number) {
        return new Involving.AddParty(new PartyEntry(role, People.identity(number), "Test", Optional.empty()));
    }

    private Request.Addressee to(CaseId id, int place) {
        return new Request.Addressee.OfParty(partyAt(id, place));
    }

    private PartyId partyAt(CaseId id, int place) {
        return world.engine.find(KARIN, id).shown().parties().get(place).id();
    }

    private static Caller forThe(Identity represented) {
        Representation by = new Representation(
                new UUID(0, 1),
                RepresentationKind.POWER_OF_ATTORNEY,
                represented,
                "Alva Ek",
                Set.of(RepresentationRight.values()),
                false,
                Optional.empty(),
                Optional.empty());
        return new Caller(People.PRINCIPAL, ANNA.actor(), Optional.of(by), ANNA.traceparent());
    }
}
