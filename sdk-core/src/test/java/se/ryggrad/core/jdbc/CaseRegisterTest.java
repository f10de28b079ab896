package se.ryggrad.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.cases.store.Commit;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.jdbc.database.TestCases;
import se.ryggrad.core.jdbc.database.TestDatabases;
import se.ryggrad.core.jdbc.sql.Sql;

/** Tests that a register of a supplier's own follows the cases in their transaction. */
class CaseRegisterTest {

    private final ChangeSet created = TestCases.created(TestDatabases.PITEA, TestCases.ANNA, 1);

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private DataSource database;

    @SuppressWarnings("NullAway.Init")
    private JdbcCaseStore cases;

    /** Keeps the status of each case in a table of its own, and fails for cases that are closed. */
    private static final class Ledger implements CaseRegister {
        @Override
        public String number(PrincipalId principal, AuthorityId authority, String prefix, LocalDate day) {
            return prefix + " " + day.getYear() + "-1";
        }

        @Override
        public void follow(Connection connection, ChangeSet change) throws SQLException {
            String status = change.after().head().status().name();
            Sql.of("insert into ledger values (?)", status).update(connection);
            if (status.equals("CLOSED")) {
                throw new SQLException("no room");
            }
        }
    }

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabases.h2(folder);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table ledger (status varchar(20))");
        }
        cases = new JdbcCaseStore(database, new Ledger());
    }

    @Test
    void followsWhatIsKeptAndNothingElse() throws SQLException {
        ChangeSet next = TestCases.next(created.after(), CaseStatus.IN_PROGRESS, ChangeSet.Memos.NONE);
        assertThat(cases.commit(created)).isEqualTo(new Commit.Done());
        assertThat(cases.commit(next)).isEqualTo(new Commit.Done());
        assertThat(cases.commit(next)).isInstanceOf(Commit.Claimed.class);
        ChangeSet late = TestCases.next(created.after(), CaseStatus.DECIDED, ChangeSet.Memos.NONE);
        assertThat(cases.commit(late)).isEqualTo(new Commit.Stale());

        assertThat(ledger()).containsExactly(created.after().head().status().name(), "IN_PROGRESS");
    }

    @Test
    void keepsNothingWhereTheRegisterFails() throws SQLException {
        cases.commit(created);
        ChangeSet closing = TestCases.next(created.after(), CaseStatus.CLOSED, ChangeSet.Memos.NONE);

        assertThatThrownBy(() -> cases.commit(closing)).isInstanceOf(RyggradException.class);

        assertThat(cases.find(TestDatabases.PITEA, created.after().id())
                        .orElseThrow()
                        .head())
                .isEqualTo(created.after().head());
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void givesTheNumbersOfTheRegister() {
        assertThat(cases.nextRegistryNumber(TestDatabases.PITEA, TestCases.BOARD, "BN", TestCases.TODAY))
                .isEqualTo("BN 2026-1");
    }

    private List<String> ledger() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new ArrayList<>(
                    Sql.of("select status from ledger").list(connection, row -> row.getString("status")));
        }
    }
}
