package se.ryggrad.core.cases.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.action.CaseAction.Involving;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.party.EndGround;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.EngineTesting;
import se.ryggrad.core.cases.People;

/** Tells which cases a search finds, for whom, and that each has the search in its access log (CASE-096, CASE-098). */
class SearchTest extends EngineTesting {

    private static final String FORM = "{\"subject\":\"å\"}";
    private static final CaseQuery.Search ANNAS =
            new CaseQuery.Search(Optional.of(People.identity(People.ANNA)), Optional.empty());

    private final CaseId first = submitted();
    private final CaseId second = submitted();
    private final CaseId bertils = world.submit(BERTIL, "plain", FORM).shown().id();

    @Test
    void findsByPartyByNumberAndByBoth() {
        String number = number(first);

        assertThat(found(KARIN, ANNAS)).containsExactly(second, first);
        assertThat(found(KARIN, numbered(number))).containsExactly(first);
        assertThat(found(KARIN, both(People.ANNA, number))).containsExactly(first);
        assertThat(found(KARIN, both(People.BERTIL, number))).isEmpty();
        assertThat(found(KARIN, numbered(number.substring(1)))).isEmpty();
        assertThat(found(KARIN, numbered(number.toLowerCase(java.util.Locale.ROOT))))
                .isEmpty();
    }

    @Test
    void findsWhatTheGroupsOfAnOfficerReach() {
        Caller elsewhere = People.officer(
                "X", "registrar@conformance-b", "contact-centre@conformance-b", "unit:unit-a@conformance-a");
        for (Caller caller : List.of(KARIN, People.registrar(), People.archivist(), contactCentre())) {
            assertThat(found(caller, ANNAS)).containsExactly(second, first);
        }
        for (Caller caller : List.of(OTHER_UNIT, elsewhere, People.officer("A", "auditor@conformance-a"))) {
            assertThat(found(caller, ANNAS)).isEmpty();
        }
        for (Caller caller : List.of(ANNA, People.system("cases:read"), People.nobody())) {
            assertThat(refused(() -> search(caller, ANNAS)).type()).isEqualTo(ProblemType.FORBIDDEN);
        }
    }

    @Test
    void leavesOutWhatTheListsOfAnOfficerLeaveOut() {
        Caller anna = People.officer("Anna", Optional.of(People.identity(People.ANNA)), "registrar@conformance-a");
        CaseQuery.Search bertilsNumber = numbered(number(bertils));

        assertThat(found(anna, ANNAS)).isEmpty();
        assertThat(found(anna, bertilsNumber)).containsExactly(bertils);
        assertThat(found(low(KARIN), ANNAS)).isEmpty();
        world.act(
                KARIN,
                first,
                new Involving.EndParty(party(first), EndGround.DEATH, Optional.of(TODAY), Optional.empty()));
        assertThat(found(KARIN, ANNAS)).containsExactly(second);
        assertThat(found(anna, numbered(number(first)))).containsExactly(first);
    }

    @Test
    void recordsTheSearchInEachCaseOfThePageAlone() {
        Page<CaseView> page = world.engine.search(KARIN, ANNAS, new PageRequest(1, 1, true));

        assertThat(page.more()).isTrue();
        assertThat(page.total()).hasValue(2);
        assertThat(page.items().get(0).allowedActions()).isEmpty();
        assertThat(read(second)).containsExactly(Reading.What.SEARCH);
        assertThat(read(first)).isEmpty();
        world.engine.search(KARIN, ANNAS, new PageRequest(2, 1, false));
        assertThat(read(first)).containsExactly(Reading.What.SEARCH);
        assertThat(read(second)).hasSize(1);
        assertThat(read(bertils)).isEmpty();
        assertThat(world.engine.accessLog(ANNA, first, PAGE).items())
                .singleElement()
                .satisfies(reading ->
                        assertThat(reading.actor().id()).contains(KARIN.actor().id()));
    }

    private CaseId submitted() {
        world.clock.advance(Duration.ofMillis(1));
        return world.submit(ANNA, "plain", FORM).shown().id();
    }

    private static Caller contactCentre() {
        return People.officer("Kim", "contact-centre@conformance-a");
    }

    private static Caller low(Caller caller) {
        Actor.Officer officer = (Actor.Officer) caller.actor();
        return new Caller(
                caller.principal(),
                new Actor.Officer(
                        officer.id(),
                        officer.name(),
                        officer.organisation(),
                        officer.groups(),
                        officer.identity(),
                        Optional.of(AssuranceLevel.LOA2)),
                caller.traceparent());
    }

    private String number(CaseId id) {
        return world.engine
                .find(People.system("cases:read"), id)
                .shown()
                .head()
                .registryNumber()
                .orElseThrow();
    }

    private static CaseQuery.Search numbered(String number) {
        return new CaseQuery.Search(Optional.empty(), Optional.of(number));
    }

    private static CaseQuery.Search both(String party, String number) {
        return new CaseQuery.Search(Optional.of(People.identity(party)), Optional.of(number));
    }

    private Page<CaseView> search(Caller caller, CaseQuery.Search search) {
        return world.engine.search(caller, search, PAGE);
    }

    private List<CaseId> found(Caller caller, CaseQuery.Search search) {
        Page<CaseView> page = search(caller, search);
        assertThat(page.total()).hasValue(page.items().size());
        return page.items().stream().map(view -> view.shown().id()).toList();
    }

    private List<Reading.What> read(CaseId id) {
        return world.accessLog.all(People.PRINCIPAL, id).stream()
                .map(Reading::what)
                .filter(what -> what == Reading.What.SEARCH)
                .toList();
    }
}
