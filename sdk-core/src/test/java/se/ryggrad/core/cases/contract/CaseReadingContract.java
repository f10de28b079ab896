package se.ryggrad.core.cases.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.action.CaseAction.Adding;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.chain.HashChain;
import se.ryggrad.core.contract.requirement.Holds;

/** Is what holds of reading cases, wherever they are kept: here, or in a system over HTTP. */
public abstract class CaseReadingContract extends CasesTesting {

    @Holds("CASE-012")
    void showsOfficersWhoThePartiesAre() {
        CaseView view = cases().find(KARIN, id(ANNA));

        assertThat(view.official()).isTrue();
        assertThat(view.self()).isEmpty();
        assertThat(view.shown().parties().get(0).identity()).isEqualTo(People.identity(People.ANNA));
    }

    @Holds("CASE-024")
    void showsATimelineThatCanBeReckonedAnew() {
        CaseId id = taken();
        act(KARIN, id, Acts.note("Ring åäö 😀"));

        List<CaseEvent> events =
                timeline(ANNA, id).stream().map(EventView::event).toList();

        assertThat(HashChain.holds(events)).isTrue();
        assertThat(events).extracting(CaseEvent::sequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(events.get(3).seal().hash())
                .isEqualTo(cases().find(ANNA, id).shown().head().chainHash());
        assertThat(timeline(ANNA, id).get(3).title().sv()).isNotBlank();
    }

    @Holds("CASE-028")
    void withholdsWhatIsSecretAndTellsOnWhatGround() {
        CaseId id = taken();
        Circle secret = new Circle(Audience.OFFICERS, List.of(new Circle.Ground("OSL 26 kap. 1 §", "parterna")));
        act(KARIN, id, new Adding.RecordNote("Hemligt", Optional.empty(), secret));

        EventView shown = timeline(ANNA, id).get(3);

        assertThat(shown.withheld()).isTrue();
        assertThat(shown.event().told().orElseThrow().secrecy())
                .extracting(ground -> ground.provision())
                .containsExactly("OSL 26 kap. 1 §");
        assertThat(timeline(KARIN, id)
                        .get(3)
                        .event()
                        .told()
                        .orElseThrow()
                        .content()
                        .text())
                .contains("Hemligt");
    }

    @Holds("CORE-022")
    void listsPageByPage() {
        List<CaseId> ids = Stream.generate(() -> id(ANNA)).limit(5).toList();
        id(BERTIL);

        Page<CaseView> page = cases().list(ANNA, CaseQuery.Filter.NONE, new PageRequest(2, 2, true));
        assertThat(page.items()).hasSize(2);
        assertThat(page.more()).isTrue();
        assertThat(page.total()).hasValue(5);
        assertThat(Page.all(2, request -> cases().list(ANNA, CaseQuery.Filter.NONE, request))
                        .limit(MANY))
                .extracting(view -> view.shown().id())
                .containsExactlyInAnyOrderElementsOf(ids);
        CaseView item = page.items().get(0);
        assertThat(item.shown().head().service().title().sv()).isNotBlank();
        assertThat(item.shown().head().registryNumber()).isPresent();
        assertThat(item.shown().head().principal()).isEqualTo(People.PRINCIPAL);
    }

    @Holds({"CASE-021", "CASE-022"})
    void filtersWhatIsListed() {
        CaseId mine = taken();
        CaseId open = id(ANNA);

        assertThat(listed(new CaseQuery.Filter(
                        Set.of(CaseStatus.IN_PROGRESS),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(KARIN.actor().id()),
                        false,
                        Optional.empty())))
                .containsExactly(mine);
        assertThat(listed(new CaseQuery.Filter(
                        Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), true, Optional.empty())))
                .containsExactly(open);
    }

    @Holds("CASE-096")
    void findsTheCasesOfAPersonForTheContactCentre() {
        CaseId id = id(ANNA);
        id(BERTIL);
        Caller kim = People.officer("Kim", "contact-centre@conformance-a");
        CaseQuery.Search search = new CaseQuery.Search(Optional.of(People.identity(People.ANNA)), Optional.empty());

        assertThat(cases().search(kim, search, PAGE).items())
                .extracting(view -> view.shown().id())
                .containsExactly(id);
        assertThat(refused(() -> cases().search(ANNA, search, PAGE)).type()).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(cases().find(kim, id).limited()).isTrue();
    }

    @Holds({"CASE-084", "CASE-085"})
    void keepsWhoHasReadAndAddsNothingByActing() {
        CaseId id = taken();
        cases().find(KARIN, id);
        act(KARIN, id, Acts.note("x"));

        List<Reading> readings = cases().accessLog(ANNA, id, PAGE).items();

        assertThat(readings).extracting(Reading::what).containsOnly(Reading.What.CASE);
        assertThat(readings.get(0).actor().id()).contains(KARIN.actor().id());
        int before = readings.size();
        cases().find(ANNA, id);
        assertThat(cases().accessLog(ANNA, id, PAGE).items()).hasSize(before);
    }
}
