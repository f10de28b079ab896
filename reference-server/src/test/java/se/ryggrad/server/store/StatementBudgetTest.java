package se.ryggrad.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.ChangeSet;

/**
 * Counts the SQL of the three commonest requests: create at most 8, read at most 3, a list of 20 at most 3.
 *
 * <p>Taking a block of registry numbers is among them; only a register's very first number costs two more. A submission
 * with documents costs two more: one to look at them, one to take them in.
 */
class StatementBudgetTest {
    private static final int EVENTS = 200;

    @TempDir
    Path folder;

    @Test
    void keepsTheBudgetOnH2() {
        keepsTheBudget(TestDatabases.h2(folder));
    }

    @Test
    void keepsTheBudgetOnPostgres() {
        keepsTheBudget(TestDatabases.postgres());
    }

    private static void keepsTheBudget(DataSource database) {
        CountingDataSource counter = new CountingDataSource(database);
        TestEngine engine = new TestEngine(counter.dataSource());
        engine.publish("felanmalan");
        String body = TestEngine.file("felanmalan.valid.json");
        CaseId id = engine.submit(body);
        for (int i = 0; i < 20; i++) {
            assertThat(counter.statements(() -> engine.submit(body))).isBetween(1, 8);
        }
        assertThat(read(counter, engine, id)).isBetween(1, 3);
        int list = list(counter, engine);
        assertThat(list).isBetween(1, 3);
        grow(engine, id);
        assertThat(read(counter, engine, id)).isBetween(1, 3);
        assertThat(list(counter, engine)).isEqualTo(list);
    }

    private static int read(CountingDataSource counter, TestEngine engine, CaseId id) {
        return counter.statements(() -> engine.engine().find(engine.anna(), id));
    }

    private static int list(CountingDataSource counter, TestEngine engine) {
        return counter.statements(() -> assertThat(engine.engine()
                        .list(engine.anna(), CaseQuery.Filter.NONE, new PageRequest(1, 20, true))
                        .items())
                .hasSize(20));
    }

    private static void grow(TestEngine engine, CaseId id) {
        Case current = engine.cases().find(TestDatabases.PITEA, id).orElseThrow();
        while (current.head().version().number() < EVENTS) {
            ChangeSet change = TestCases.next(current, current.head().status(), ChangeSet.Memos.NONE);
            engine.cases().commit(change);
            current = change.after();
        }
    }
}
