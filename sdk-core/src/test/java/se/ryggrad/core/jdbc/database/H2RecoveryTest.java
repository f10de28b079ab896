package se.ryggrad.core.jdbc.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Shows that H2 keeps what it has committed when its process is killed, also where it writes into space that was freed.
 *
 * <p>H2 2.5.252 does not: it notes the chunk before the last one as the newest, so that the commits after it are lost.
 * A copy of the file at any moment is what a kill leaves behind.
 */
class H2RecoveryTest {

    private static final int COMMITS = 60;
    private static final String FREES_AT_ONCE = ";RETENTION_TIME=0";

    @TempDir
    Path folder;

    @Test
    void findsEachCommitAgainAfterAKill() throws SQLException, IOException {
        try (Connection connection = open("ryggrad", FREES_AT_ONCE);
                Statement statement = connection.createStatement()) {
            statement.execute("create table entry (id int primary key, body text)");
            for (int count = 1; count <= COMMITS; count++) {
                write(statement, count);
                assertThat(lastInACopy()).isEqualTo(count);
            }
        }
    }

    /** Writes rows of different sizes and deletes earlier ones, so that there is space to use again. */
    private static void write(Statement statement, int count) throws SQLException {
        String body = "x".repeat(count % 3 == 0 ? 60_000 : 200);
        statement.execute("insert into entry values (" + count + ", '" + body + "')");
        if (count % 4 == 0) {
            statement.execute("delete from entry where id in (" + (count - 3) + ", " + (count - 2) + ")");
        }
    }

    private int lastInACopy() throws SQLException, IOException {
        Files.copy(folder.resolve("ryggrad.mv.db"), folder.resolve("copy.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        try (Connection connection = open("copy", "");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select max(id) from entry")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private Connection open(String name, String more) throws SQLException {
        return DriverManager.getConnection(TestDatabases.h2Address(folder.resolve(name)) + more, "ryggrad", "");
    }
}
