package se.ryggrad.core.jdbc.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGPoolingDataSource;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.jdbc.JdbcAccessLog;
import se.ryggrad.core.jdbc.JdbcCaseStore;
import se.ryggrad.core.jdbc.JdbcDocumentStore;
import se.ryggrad.core.jdbc.JdbcEventLog;
import se.ryggrad.core.jdbc.JdbcOfficerDirectory;
import se.ryggrad.core.jdbc.JdbcServiceStore;
import se.ryggrad.core.jdbc.messaging.JdbcMessageStore;
import se.ryggrad.core.jdbc.sql.SchemaMigration;

/** Makes empty databases of both kinds, with the options that the stores need. */
public final class TestDatabases {
    public static final PrincipalId PITEA = new PrincipalId("2581");
    public static final PrincipalId BODEN = new PrincipalId("2582");

    /** What the stores need of H2: PostgreSQL's spelling, each commit on the disk, an end to each wait. */
    private static final String H2_OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0"
            + ";LOCK_TIMEOUT=10000;QUERY_TIMEOUT=10000;TRACE_LEVEL_FILE=0";

    /** The tests leave their pools to the end of the process. */
    private static final String CONNECTIONS = "400";

    private TestDatabases() {}

    /** Returns the address of an H2 database in {@code file}, with the options that the stores need. */
    public static String h2Address(Path file) {
        return "jdbc:h2:file:" + file.toAbsolutePath() + H2_OPTIONS;
    }

    /** Returns a new H2 database in {@code folder}. */
    public static DataSource h2(Path folder) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(h2Address(folder.resolve("ryggrad")), "ryggrad", "");
        pool.setMaxConnections(24);
        SchemaMigration.migrate(pool, List.of(PITEA, BODEN));
        return pool;
    }

    /** Returns a new database on a PostgreSQL that lives as long as the tests. */
    @SuppressWarnings("deprecation") // a small pool is all that the tests need
    public static DataSource postgres() {
        PGPoolingDataSource pool = new PGPoolingDataSource();
        pool.setUrl(postgresAddress());
        pool.setMaxConnections(24);
        SchemaMigration.migrate(pool, List.of(PITEA, BODEN));
        return pool;
    }

    /** Returns the address of a new database, without a schema, on a PostgreSQL that lives as long as the tests. */
    public static String postgresAddress() {
        EmbeddedPostgres server = Postgres.SERVER;
        String name = "test_" + System.nanoTime();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return server.getJdbcUrl("postgres", name);
    }

    /** Returns the stores over a database. */
    public static Plugs plugs(DataSource database) {
        return new Plugs(
                new JdbcCaseStore(database),
                new JdbcDocumentStore(database),
                new JdbcServiceStore(database),
                new JdbcOfficerDirectory(database),
                new JdbcEventLog(database),
                new JdbcAccessLog(database),
                new JdbcMessageStore(database));
    }

    /** Starts the server once, when first asked for. */
    private static final class Postgres {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", CONNECTIONS)
                        .start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
