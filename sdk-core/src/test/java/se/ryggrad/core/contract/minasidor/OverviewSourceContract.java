package se.ryggrad.core.contract.minasidor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.minasidor.OverviewItem;
import se.ryggrad.api.minasidor.OverviewKind;
import se.ryggrad.api.minasidor.OverviewSource;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.contract.requirement.Holds;

/** Says what every source of Mina sidor shows, to whom, and that its pages are of one list. */
public abstract class OverviewSourceContract {

    private static final Caller ANNA = People.person(People.ANNA);
    private static final Caller BERTIL = People.person(People.BERTIL);

    /** Returns the source under test; it holds nothing at the beginning of each test, and is the same within one. */
    protected abstract OverviewSource source();

    /** Lets it hold so many things more for a person. */
    protected abstract void hold(Caller person, int more);

    /** Returns whether it shows cases, which the source of the engine alone does. */
    protected boolean showsCases() {
        return false;
    }

    @Holds("MINA-001")
    final void isForPersonsAlone() {
        hold(ANNA, 1);

        for (Caller caller : List.of(People.handler("Karin Ek"), People.system("cases:read"), People.nobody())) {
            assertThatThrownBy(() -> all(caller))
                    .isInstanceOfSatisfying(
                            RyggradException.class,
                            refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.FORBIDDEN));
        }
        assertThat(all(ANNA)).hasSize(1);
    }

    @Holds("MINA-002")
    final void showsEachPersonTheirOwnAlone() {
        hold(ANNA, 2);
        hold(BERTIL, 1);

        assertThat(all(ANNA)).hasSize(2);
        assertThat(all(BERTIL)).hasSize(1).doesNotContainAnyElementsOf(all(ANNA));
        assertThat(all(People.person("201503149823"))).isEmpty();
    }

    @Holds("MINA-002")
    final void saysWhatEachIsInBothLanguages() {
        hold(ANNA, 2);

        assertThat(all(ANNA))
                .allSatisfy(item -> assertThat(List.of(
                                item.title().sv(),
                                item.title().en(),
                                item.status().sv(),
                                item.status().en()))
                        .noneMatch(String::isBlank));
    }

    @Holds("MINA-003")
    final void holdsNoCasesUnlessItIsOfTheEngine() {
        hold(ANNA, 2);

        assertThat(all(ANNA))
                .allSatisfy(item ->
                        assertThat(item.kind().equals(OverviewKind.CASE)).isEqualTo(showsCases()));
    }

    @Holds({"CORE-022", "CORE-024", "MINA-015"})
    final void givesEachItemOnceWhateverThePages() {
        hold(ANNA, 5);
        List<OverviewItem> all = all(ANNA);
        assertThat(all).extracting(OverviewItem::id).hasSize(5).doesNotHaveDuplicates();

        for (int limit : List.of(1, 2, 4, 5)) {
            List<OverviewItem> found = new ArrayList<>();
            for (int number = 1; number <= (5 + limit - 1) / limit; number++) {
                Page<OverviewItem> page = page(number, limit, false);
                found.addAll(page.items());
                assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
                assertThat(page.more()).isEqualTo(found.size() < 5);
            }
            assertThat(found).isEqualTo(all);
        }
    }

    @Holds({"CORE-025", "CORE-026"})
    final void isEmptyBeyondItsEndAndCountsWhenAsked() {
        hold(ANNA, 3);
        hold(BERTIL, 1);

        assertThat(page(1, 2, true).total()).hasValue(3);
        Page<OverviewItem> beyond = page(9, 2, true);
        assertThat(beyond.items()).isEmpty();
        assertThat(beyond.more()).isFalse();
        assertThat(beyond.total()).hasValue(3);
        assertThat(page(1, 2, false).total()).isEmpty();
    }

    private Page<OverviewItem> page(int number, int limit, boolean count) {
        return source().items(ANNA, new PageRequest(number, limit, count));
    }

    private List<OverviewItem> all(Caller caller) {
        return source().items(caller, new PageRequest(1, PageRequest.MAXIMUM_LIMIT, false))
                .items();
    }
}
