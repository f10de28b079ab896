package se.ryggrad.core.minasidor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.minasidor.OverviewItem;
import se.ryggrad.api.minasidor.OverviewKind;
import se.ryggrad.api.minasidor.OverviewSource;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.text.Wording;

/** Tests the overview of a system that holds something beside its cases. */
class JoinedOverviewTest {

    private static final Caller ANNA = People.person(People.ANNA);
    private static final PageRequest FIRST = new PageRequest(1, 20, false);

    @ParameterizedTest
    @CsvSource({"0,0", "0,1", "0,5", "1,0", "1,5", "2,3", "3,3", "4,2", "4,5", "5,0", "5,1", "5,7", "6,6", "7,9"})
    void isOneListInPages(int cases, int invoices) {
        List<OverviewItem> all = Stream.concat(
                        items(OverviewKind.CASE, cases).stream(), items(OverviewKind.INVOICE, invoices).stream())
                .toList();
        OverviewSource joined = new JoinedOverview(
                holding(items(OverviewKind.CASE, cases)), holding(items(OverviewKind.INVOICE, invoices)));

        for (int limit : List.of(1, 2, 3, 4, 5, 20, 100)) {
            for (int number = 1; number <= all.size() / limit + 2; number++) {
                for (boolean count : List.of(true, false)) {
                    PageRequest page = new PageRequest(number, limit, count);
                    assertThat(joined.items(ANNA, page)).isEqualTo(Page.of(all, page));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void isEmptyBeyondItsEnd(int cases) {
        OverviewSource joined =
                new JoinedOverview(holding(items(OverviewKind.CASE, cases)), holding(items(OverviewKind.INVOICE, 2)));

        Page<OverviewItem> last = joined.items(ANNA, new PageRequest(Integer.MAX_VALUE, 100, true));
        assertThat(last.items()).isEmpty();
        assertThat(last.more()).isFalse();
        assertThat(last.total()).hasValue(cases + 2L);
    }

    @Test
    void cannotBeToldWithoutTheOthers() {
        List<RuntimeException> failures = List.of(
                new IllegalStateException("a ledger that is silent"),
                RyggradException.of(ProblemType.FORBIDDEN, Wording.text("problem.forbidden")));
        for (RuntimeException failure : failures) {
            OverviewSource silent = (caller, page) -> {
                throw failure;
            };
            RyggradException refused = refused(new JoinedOverview(holding(items(OverviewKind.CASE, 30)), silent));

            assertThat(refused.problem().type()).isEqualTo(ProblemType.UNAVAILABLE);
            assertThat(refused).hasCause(failure);
        }
    }

    @Test
    void asksTheOthersForNobodyWhoIsKeptFromTheCases() {
        List<Caller> asked = new ArrayList<>();
        OverviewSource others = (caller, page) -> {
            asked.add(caller);
            return Page.of(List.of(), page);
        };
        OverviewSource closed = (caller, page) -> {
            throw RyggradException.of(ProblemType.FORBIDDEN, Wording.text("problem.forbidden"));
        };

        assertThat(refused(new JoinedOverview(closed, others)).problem().type()).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(asked).isEmpty();
        assertThat(new JoinedOverview(holding(List.of()), others)
                        .items(ANNA, FIRST)
                        .items())
                .isEmpty();
        assertThat(asked).containsExactly(ANNA);
    }

    private static RyggradException refused(OverviewSource source) {
        RyggradException refused = catchThrowableOfType(RyggradException.class, () -> source.items(ANNA, FIRST));
        assertThat(refused).as("is refused").isNotNull();
        return refused;
    }

    private static OverviewSource holding(List<OverviewItem> items) {
        return (caller, page) -> Page.of(items, page);
    }

    private static List<OverviewItem> items(OverviewKind kind, int number) {
        return IntStream.range(0, number)
                .mapToObj(place -> new OverviewItem(
                        kind.code() + place,
                        kind,
                        Wording.same(kind.code()),
                        Wording.same("open"),
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.of(URI.create("https://minasidor.example.se/" + place))))
                .toList();
    }
}
