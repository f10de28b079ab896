package se.ryggrad.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.cases.store.Commit;
import se.ryggrad.api.cases.store.Sight;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.cases.chain.HashChain;

/** Says what every store of cases does, whatever keeps the data. */
public abstract class CaseStoreContract {

    private static final Caller ANNA = People.person(People.ANNA);
    private static final Caller KARIN = People.handler("Karin Ek");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final PrincipalId ELSEWHERE = new PrincipalId("2582");
    private static final Sight.Entry OWN = new Sight.Entry.OwnCases(People.identity(People.ANNA));

    private World world = new World();

    /** Returns how the stores under test are opened, empty each time. */
    protected abstract Plugs.Opening opening();

    @BeforeEach
    final void open() {
        world = new World(1, opening());
    }

    @Test
    final void keepsEveryPartOfACase() {
        CaseView decided = handled();
        CaseId id = decided.shown().id();
        Case kept = kept(id);

        assertThat(kept.requests()).hasSize(1);
        assertThat(kept.decisions()).hasSize(1);
        assertThat(kept.decisions().get(0).notifications()).hasSize(1);
        assertThat(kept.head()).isEqualTo(decided.shown().head());
        assertThat(kept.parties()).isEqualTo(decided.shown().parties());
        assertThat(kept.decisions()).isEqualTo(decided.shown().decisions());
        assertThat(kept.requests()).isEqualTo(decided.shown().requests());
        assertThat(world.cases.find(ELSEWHERE, id)).isEmpty();
    }

    @Test
    final void keepsTheChainToTheOctet() {
        CaseId id = handled().shown().id();

        assertThat(HashChain.holds(world.cases.allEvents(People.PRINCIPAL, id))).isTrue();
        Page<?> second = world.cases.events(People.PRINCIPAL, id, new PageRequest(2, 3, true));
        assertThat(second.items())
                .isEqualTo(world.cases.allEvents(People.PRINCIPAL, id).subList(3, 6));
        assertThat(second.total()).hasValue(kept(id).head().version().number());
        assertThat(world.cases
                        .events(ELSEWHERE, id, new PageRequest(1, 3, false))
                        .items())
                .isEmpty();
    }

    @Test
    final void refusesAnotherVersionThanTheOneExpected() {
        Case kept = kept(submit());
        ChangeSet stale = new ChangeSet(
                kept,
                Version.NONE.next(),
                Optional.of(AssuranceLevel.LOA3),
                List.of(),
                Set.of(),
                ChangeSet.Memos.NONE,
                Optional.empty(),
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        assertThat(world.cases.commit(stale)).isInstanceOf(Commit.Stale.class);
    }

    @Test
    final void findsACaseByTheDigestOfItsCodeAlone() {
        String code = world.submitAnonymously("{\"subject\":\"Gropen\"}")
                .followUpCode()
                .orElseThrow();

        assertThat(world.engine
                        .followUp(People.nobody(), code)
                        .view()
                        .shown()
                        .head()
                        .status())
                .isEqualTo(CaseStatus.REGISTERED);
        assertThat(world.cases.findByFollowUp(People.PRINCIPAL, code)).isEmpty();
    }

    @Test
    final void listsWhatLiesInSightInTheOrderOfTheContract() {
        List<CaseId> ids = new ArrayList<>();
        for (int count = 0; count < 5; count++) {
            ids.add(0, submit());
            world.clock.advance(Duration.ofMillis(1));
        }
        world.submit(People.person(People.BERTIL), "plain", "{\"subject\":\"å\"}");

        assertThat(ids(list(CaseQuery.Filter.NONE, new PageRequest(1, 3, true), OWN)))
                .isEqualTo(ids.subList(0, 3));
        Page<Case> second = list(CaseQuery.Filter.NONE, new PageRequest(2, 3, true), OWN);
        assertThat(ids(second)).isEqualTo(ids.subList(3, 5));
        assertThat(second.more()).isFalse();
        assertThat(second.total()).hasValue(5);
        Sight.Entry unit = new Sight.Entry.UnitCases(People.AUTHORITY, Set.of(new UnitId("unit-a")));
        assertThat(list(CaseQuery.Filter.NONE, new PageRequest(1, 3, true), unit)
                        .total())
                .hasValue(6);
        Sight.Entry other = new Sight.Entry.AuthorityCases(new AuthorityId("conformance-b"));
        assertThat(list(CaseQuery.Filter.NONE, new PageRequest(1, 3, true), other)
                        .total())
                .hasValue(0);
    }

    @Test
    final void listsByFilterAndInTheOrderOfChanges() {
        CaseId first = submit();
        CaseId second = submit();
        world.clock.advance(Duration.ofSeconds(1));
        world.act(KARIN, first, new CaseAction.Placing.Assign(Optional.empty()));
        CaseQuery.Filter changes = new CaseQuery.Filter(
                Set.of(),
                Optional.empty(),
                Optional.of(kept(second).head().updatedAt()),
                Optional.empty(),
                false,
                Optional.empty());
        CaseQuery.Filter assigned = new CaseQuery.Filter(
                Set.of(CaseStatus.IN_PROGRESS),
                Optional.of(kept(first).head().service().id()),
                Optional.empty(),
                Optional.of(KARIN.actor().id()),
                false,
                Optional.of(new UnitId("unit-a")));
        CaseQuery.Filter unassigned = new CaseQuery.Filter(
                Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), true, Optional.empty());
        PageRequest page = new PageRequest(1, 10, false);

        assertThat(ids(list(changes, page, OWN))).containsExactly(second, first);
        assertThat(ids(list(assigned, page, OWN))).containsExactly(first);
        assertThat(ids(list(unassigned, page, OWN))).containsExactly(second);
    }

    @Test
    final void leavesOutWhatTheLevelDoesNotReach() {
        submit();
        CaseQuery low = new CaseQuery(
                People.PRINCIPAL,
                new Sight(List.of(OWN), Optional.of(AssuranceLevel.LOA2)),
                TODAY,
                CaseQuery.Filter.NONE,
                new PageRequest(1, 10, true));

        assertThat(world.cases.list(low).total()).hasValue(0);
    }

    @Test
    final void keepsACaseFromTheOfficerWhoIsAPartyOfIt() {
        submit();
        Sight.Entry all = new Sight.Entry.AuthorityCases(People.AUTHORITY);

        assertThat(total(all, People.BERTIL)).hasValue(1);
        assertThat(total(all, People.ANNA)).hasValue(0);
    }

    @Test
    final void findsWhatIsOverdue() {
        CaseId id = submit();
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        world.act(
                KARIN,
                id,
                Acts.ask(new Request.Addressee.OfParty(kept(id).parties().get(0).id()), TODAY, Circle.EVERYBODY));

        assertThat(world.cases.overdue(People.PRINCIPAL, TODAY, 10)).isEmpty();
        assertThat(world.cases.overdue(People.PRINCIPAL, TODAY.plusDays(1), 10))
                .extracting(Case::id)
                .containsExactly(id);
        assertThat(world.cases.overdue(ELSEWHERE, TODAY.plusDays(1), 10)).isEmpty();
    }

    @Test
    final void keepsWorkingPapersBesideTheCase() {
        CaseId id = submit();
        ActionCall memo = ActionCall.of(new CaseAction.Adding.WriteMemo("Ring först"));
        world.engine.memo(KARIN, id, memo, world.once(kept -> new Answer(201, Map.of(), "")));

        assertThat(world.cases.memos(People.PRINCIPAL, id))
                .extracting(kept -> kept.text())
                .containsExactly("Ring först");
        assertThat(kept(id).head().version().number()).isEqualTo(2);
    }

    @Test
    final void makesOneCaseOfSixteenRequestsWithOneKey() {
        UUID key = UUID.randomUUID();
        StartCall call = StartCall.of(World.submission("plain", "{\"subject\":\"å\"}"));

        List<Answer> answers = Together.run(
                16,
                place -> world.engine
                        .start(ANNA, call, world.once(key, world::answer))
                        .answer());

        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(list(CaseQuery.Filter.NONE, new PageRequest(1, 10, true), OWN)
                        .total())
                .hasValue(1);
    }

    @Test
    final void letsOneOfTwoOfficersWin() {
        CaseId id = submit();
        List<Caller> officers = List.of(KARIN, People.handler("Ola Ask"));
        officers.forEach(world::seen);

        List<String> ends = Together.run(
                2,
                place -> Together.outcome(() ->
                        world.actAt(officers.get(place), id, new CaseAction.Placing.Assign(Optional.empty()), 2)));

        assertThat(ends).containsExactlyInAnyOrder("done", "stale-version");
        assertThat(kept(id).head().version().number()).isEqualTo(3);
    }

    @Test
    final void losesNoMessageOfMany() {
        CaseId id = submit();

        Together.run(
                8,
                place -> world.engine.act(
                        ANNA,
                        id,
                        ActionCall.of(Acts.message("nr " + place, Circle.EVERYBODY)),
                        Optional.empty(),
                        world.once(view -> new Answer(200, Map.of(), ""))));

        assertThat(world.cases.allEvents(People.PRINCIPAL, id)).hasSize(10);
        assertThat(HashChain.holds(world.cases.allEvents(People.PRINCIPAL, id))).isTrue();
    }

    @Test
    final void givesEveryCaseANumberOfItsOwnAndEveryEventAPlaceInTheFeed() {
        Together.run(
                16, place -> IntStream.range(0, 4).mapToObj(count -> submit()).toList());

        Page<Case> all = list(CaseQuery.Filter.NONE, new PageRequest(1, 100, false), OWN);
        assertThat(all.items().stream().map(each -> each.head().registryNumber().orElseThrow()))
                .hasSize(64)
                .doesNotHaveDuplicates();
        List<FeedEvent> feed = world.log.read(People.PRINCIPAL, Set.of(People.AUTHORITY), 0, 1000);
        assertThat(feed).hasSize(128);
        assertThat(feed.stream().map(FeedEvent::position)).isSorted().doesNotHaveDuplicates();
        assertThat(feed.stream().filter(event -> event.sequence() == 1)).hasSize(64);
        long middle = feed.get(63).position();
        assertThat(world.log.read(People.PRINCIPAL, Set.of(People.AUTHORITY), middle, 10))
                .isEqualTo(feed.subList(64, 74));
        assertThat(world.log.knows(People.PRINCIPAL, middle)).isTrue();
        assertThat(world.log.read(People.PRINCIPAL, Set.of(), 0, 10)).isEmpty();
    }

    private CaseView handled() {
        CaseId id = submit();
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        Circle secret = new Circle(Audience.OFFICERS, List.of(new Circle.Ground("OSL 26 kap. 1 §", "sökanden")));
        world.act(KARIN, id, Acts.ask(new Request.Addressee.OfName("Räddningstjänsten"), TODAY, secret));
        CaseView decided = world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, Optional.empty()));
        return world.act(
                KARIN, id, Acts.notify(decided.shown().decisions().get(0).id()));
    }

    private CaseId submit() {
        return world.submit(ANNA, "plain", "{\"subject\":\"å\"}").shown().id();
    }

    private Case kept(CaseId id) {
        return world.cases.find(People.PRINCIPAL, id).orElseThrow();
    }

    private Page<Case> list(CaseQuery.Filter filter, PageRequest page, Sight.Entry entry) {
        Sight sight = new Sight(List.of(entry), Optional.of(AssuranceLevel.LOA3));
        return world.cases.list(new CaseQuery(People.PRINCIPAL, sight, TODAY, filter, page));
    }

    private OptionalLong total(Sight.Entry entry, String keptFrom) {
        Sight sight = new Sight(List.of(entry), Optional.empty(), Optional.of(People.identity(keptFrom)));
        return world.cases
                .list(new CaseQuery(
                        People.PRINCIPAL, sight, TODAY, CaseQuery.Filter.NONE, new PageRequest(1, 10, true)))
                .total();
    }

    private static List<CaseId> ids(Page<Case> page) {
        return page.items().stream().map(Case::id).toList();
    }
}
