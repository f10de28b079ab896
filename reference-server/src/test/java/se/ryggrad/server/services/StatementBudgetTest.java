package se.ryggrad.server.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.core.jdbc.database.CountingDataSource;
import se.ryggrad.core.jdbc.database.TestCases;
import se.ryggrad.core.jdbc.database.TestDatabases;

/**
 * Counts the engine's SQL of the three commonest requests: create at most 8, read at most 3, a list of 20 at most 3.
 *
 * <p>Whole requests to a running server are counted in {@code se.ryggrad.server.it.StatementCounts}.
 */
class StatementBudgetTest {
    private static final int CREATE = 8;
    private static final int READ = 3;
    private static final int LIST = 3;
    private static final int EVENTS = 200;

    /** What a create costs now: a statement more is seen while it is still within the budget. */
    private static final Map<String, Integer> CREATE_NOW =
            Map.of("bygglov", 7, "felanmalan", 5, "ekonomiskt-bistand", 7);

    private static final int READ_NOW = 1;

    /** An officer's reading is logged. */
    private static final int OFFICER_READ_NOW = 2;

    private static final int LIST_NOW = 2;

    /** A search costs what a list does, and one insert of a reading for each case on the page. */
    private static final int SEARCH_NOW = LIST_NOW + 1;

    private static final String PLACEHOLDER = "8f14e45f-ceea-467f-a0e6-3b1c6f0f3c10";

    @TempDir
    Path folder;

    @Test
    void createsWithinTheBudgetOnH2() {
        creates(TestDatabases.h2(folder));
    }

    @Test
    void createsWithinTheBudgetOnPostgres() {
        creates(TestDatabases.postgres());
    }

    @Test
    void costsTheSameWithOneDocumentAndWithTenOnH2() {
        takesDocuments(TestDatabases.h2(folder));
    }

    @Test
    void costsTheSameWithOneDocumentAndWithTenOnPostgres() {
        takesDocuments(TestDatabases.postgres());
    }

    @Test
    void readsWithinTheBudgetOnH2() {
        reads(TestDatabases.h2(folder));
    }

    @Test
    void readsWithinTheBudgetOnPostgres() {
        reads(TestDatabases.postgres());
    }

    /**
     * The first of each service opens a register and reads the version that it names, which never changes; among 20 more
     * are two that take a block of numbers.
     */
    private static void creates(DataSource database) {
        CountingDataSource counter = new CountingDataSource(database);
        TestEngine engine = new TestEngine(counter.dataSource());
        for (String service : CREATE_NOW.keySet()) {
            engine.publish(service);
            Supplier<String> body = () ->
                    TestEngine.file(service + ".valid.json").replace(PLACEHOLDER, engine.upload("application/pdf"));
            int first = create(counter, engine, body.get());
            List<Integer> more = IntStream.range(0, 20)
                    .mapToObj(i -> create(counter, engine, body.get()))
                    .toList();
            assertThat(first).as(service).isEqualTo(CREATE_NOW.get(service)).isLessThanOrEqualTo(CREATE);
            assertThat(Collections.max(more)).as(service + ", later").isEqualTo(first - 1);
        }
    }

    private static void takesDocuments(DataSource database) {
        CountingDataSource counter = new CountingDataSource(database);
        TestEngine engine = new TestEngine(counter.dataSource());
        engine.publish("bygglov");
        int one = create(counter, new TestEngine(counter.dataSource()), drawings(engine, 1));
        int ten = create(counter, new TestEngine(counter.dataSource()), drawings(engine, 10));
        assertThat(ten).isEqualTo(one).isLessThanOrEqualTo(CREATE);
    }

    private static String drawings(TestEngine engine, int count) {
        String plan =
                "{\"id\": \"" + engine.upload("application/pdf") + "\", \"kind\": \"site-plan\", \"name\": \"a\"}";
        String more = IntStream.range(0, count - 1)
                .mapToObj(i ->
                        ", {\"id\": \"" + engine.upload("image/png") + "\", \"kind\": \"drawing\", \"name\": \"b\"}")
                .collect(Collectors.joining());
        return TestEngine.file("bygglov.valid.json")
                .replaceFirst("\"documents\": \\[.*]", "\"documents\": [" + plan + more + "]");
    }

    private static void reads(DataSource database) {
        CountingDataSource counter = new CountingDataSource(database);
        TestEngine engine = new TestEngine(counter.dataSource());
        engine.publish("bygglov");
        IntStream.range(0, 20)
                .mapToObj(i -> TestCases.created(TestDatabases.PITEA, TestCases.ANNA, 1))
                .forEach(engine.cases()::commit);
        CaseId id = list(engine).get(0);
        assertThat(counter.statements(() -> engine.engine().find(engine.anna(), id)))
                .as("the first on a node")
                .isBetween(1, READ);
        int read = counter.statements(() -> engine.engine().find(engine.anna(), id));
        int list = counter.statements(() -> assertThat(list(engine)).hasSize(20));
        assertThat(read).isEqualTo(READ_NOW).isLessThanOrEqualTo(READ);
        assertThat(list).isEqualTo(LIST_NOW).isLessThanOrEqualTo(LIST);
        int logged = counter.statements(() -> engine.engine().find(engine.karin(), id));
        assertThat(logged).isEqualTo(OFFICER_READ_NOW).isLessThanOrEqualTo(READ);
        int search = counter.statements(() -> assertThat(search(engine)).isEqualTo(20));
        assertThat(search).isEqualTo(SEARCH_NOW);
        grow(engine, id);
        assertThat(counter.statements(() -> engine.engine().find(engine.anna(), id)))
                .isEqualTo(read);
        assertThat(counter.statements(() -> engine.engine().find(engine.karin(), id)))
                .isEqualTo(logged);
        assertThat(counter.statements(() -> assertThat(list(engine)).hasSize(20)))
                .isEqualTo(list);
    }

    private static int create(CountingDataSource counter, TestEngine engine, String body) {
        return counter.statements(() -> engine.submit(body));
    }

    private static List<CaseId> list(TestEngine engine) {
        return engine.engine().list(engine.anna(), CaseQuery.Filter.NONE, new PageRequest(1, 20, true)).items().stream()
                .map(view -> view.shown().id())
                .toList();
    }

    private static long search(TestEngine engine) {
        CaseQuery.Search annas = new CaseQuery.Search(Optional.of(TestCases.ANNA), Optional.empty());
        return engine.engine()
                .search(engine.karin(), annas, new PageRequest(1, 20, true))
                .total()
                .orElseThrow();
    }

    private static void grow(TestEngine engine, CaseId id) {
        Case current = engine.cases().find(TestDatabases.PITEA, id).orElseThrow();
        assertThat(current.head().version().number()).isOne();
        while (current.head().version().number() < EVENTS) {
            ChangeSet change = TestCases.next(current, current.head().status(), ChangeSet.Memos.NONE);
            engine.cases().commit(change);
            current = change.after();
        }
    }
}
