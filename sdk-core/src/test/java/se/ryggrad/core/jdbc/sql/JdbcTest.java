package se.ryggrad.core.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.core.jdbc.database.TestDatabases;

/** Tests the limits on H2, with the options that the stores need. */
@Execution(ExecutionMode.CONCURRENT)
class JdbcTest {

    private static final String ENDLESS = "select count(*) from system_range(1, 1000000000000) where mod(\"X\", 7) = 8";
    private static final String SETTINGS = "select sum(execution_count) from information_schema.query_statistics"
            + " where upper(sql_statement) like 'SET %'";

    @TempDir
    Path folder;

    @Test
    void endsAStatementThatRunsTooLong() {
        Jdbc jdbc = new Jdbc(database());
        long start = System.nanoTime();
        RyggradException refused =
                catchThrowableOfType(RyggradException.class, () -> jdbc.run(connection -> column(connection, ENDLESS)));
        assertThat(refused.problem().type()).isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofSeconds(9), Duration.ofMillis(11_500));
    }

    @Test
    void changesNoSettingWhereNobodyWaited() {
        Jdbc jdbc = new Jdbc(database());
        List<String> before = jdbc.run(connection -> column(connection, SETTINGS));
        jdbc.run(connection -> column(connection, "select 1"));
        jdbc.transaction(connection -> column(connection, "select 2"));
        List<String> after = jdbc.run(connection -> column(connection, SETTINGS));
        assertThat(after).isEqualTo(before);
    }

    private DataSource database() {
        String address = TestDatabases.h2Address(folder.resolve("ryggrad")) + ";QUERY_STATISTICS=TRUE";
        return JdbcConnectionPool.create(address, "ryggrad", "");
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
