package se.ryggrad.core.jdbc.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountingDataSourceTest {
    private static final String INSERT = "insert into thing (id) values (?)";

    private final CountingDataSource counter = new CountingDataSource(database());

    @BeforeEach
    void create() {
        assertThat(count(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("drop table if exists thing");
                        statement.execute("create table thing (id integer)");
                    }
                }))
                .isEqualTo(2);
    }

    @Test
    void countsEachKindOfExecution() {
        assertThat(count(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.executeUpdate("insert into thing (id) values (1)");
                        statement.executeLargeUpdate("insert into thing (id) values (2)");
                        statement.executeQuery("select id from thing").close();
                        statement.execute("delete from thing");
                    }
                }))
                .isEqualTo(4);
    }

    @Test
    void countsAPreparedStatementEachTimeItRuns() {
        assertThat(count(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                        for (int i = 0; i < 3; i++) {
                            statement.setInt(1, i);
                            statement.executeUpdate();
                        }
                    }
                }))
                .isEqualTo(3);
    }

    @Test
    void countsEveryMemberOfABatch() {
        assertThat(count(connection -> {
                    try (PreparedStatement prepared = connection.prepareStatement(INSERT);
                            Statement plain = connection.createStatement()) {
                        for (int i = 0; i < 5; i++) {
                            prepared.setInt(1, i);
                            prepared.addBatch();
                        }
                        assertThat(prepared.executeBatch()).hasSize(5);
                        plain.addBatch("delete from thing where id = 1");
                        plain.addBatch("delete from thing where id = 2");
                        assertThat(plain.executeLargeBatch()).hasSize(2);
                    }
                }))
                .isEqualTo(7);
    }

    @Test
    void countsWhatAStatementsOwnConnectionRuns() {
        assertThat(count(connection -> {
                    try (Statement statement = connection.createStatement();
                            Statement other = statement.getConnection().createStatement()) {
                        other.execute("delete from thing");
                    }
                }))
                .isEqualTo(1);
    }

    @Test
    void countsNoEndOfATransaction() {
        assertThat(count(connection -> {
                    connection.setAutoCommit(false);
                    connection.prepareStatement(INSERT).close();
                    connection.commit();
                    connection.rollback();
                    connection.setAutoCommit(true);
                }))
                .isZero();
    }

    private int count(Work work) {
        return counter.statements(() -> {
            try (Connection connection = counter.dataSource().getConnection()) {
                work.on(connection);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private static JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:counted;DB_CLOSE_DELAY=-1");
        return database;
    }

    /** Is work on a connection. */
    @FunctionalInterface
    private interface Work {
        void on(Connection connection) throws SQLException;
    }
}
