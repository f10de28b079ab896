package se.ryggrad.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.cases.store.Sight;
import se.ryggrad.core.jdbc.database.TestCases;
import se.ryggrad.core.jdbc.database.TestDatabases;

/** Keeps cases from before searches were there away from contact centres, until it is known that nothing is secret (ID-073). */
class UnknownSecrecyTest {
    @TempDir
    Path folder;

    @Test
    void countsACaseOfAnOlderRowAsSecretUntilSomethingIsWritten() throws SQLException {
        DataSource database = TestDatabases.h2(folder);
        JdbcCaseStore cases = new JdbcCaseStore(database);
        ChangeSet created = TestCases.created(TestDatabases.PITEA, TestCases.ANNA, 1);
        cases.commit(created);
        try (var connection = database.getConnection();
                var older = connection.prepareStatement("update stored_case set secret = null")) {
            assertThat(older.executeUpdate()).isOne();
        }

        assertThat(found(cases, new Sight.Entry.OpenCases(TestCases.BOARD, true)))
                .isEmpty();
        assertThat(found(cases, new Sight.Entry.AuthorityCases(TestCases.BOARD)))
                .hasSize(1);
        Case current = created.after();
        cases.commit(TestCases.next(current, CaseStatus.IN_PROGRESS, ChangeSet.Memos.NONE));
        assertThat(found(cases, new Sight.Entry.OpenCases(TestCases.BOARD, true)))
                .hasSize(1);
    }

    private static List<Case> found(JdbcCaseStore cases, Sight.Entry entry) {
        CaseQuery.Search annas = new CaseQuery.Search(Optional.of(TestCases.ANNA), Optional.empty());
        return cases.list(new CaseQuery(
                        TestDatabases.PITEA,
                        new Sight(List.of(entry), Optional.empty()),
                        CaseQuery.Filter.NONE,
                        Optional.of(annas),
                        new PageRequest(1, 10, false)))
                .items();
    }
}
