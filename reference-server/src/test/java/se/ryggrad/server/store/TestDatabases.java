package se.ryggrad.server.store;

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
import se.ryggrad.server.settings.DefaultDatabase;
import se.ryggrad.server.store.messaging.JdbcMessageStore;
import se.ryggrad.server.store.sql.SchemaMigration;

/** Makes empty databases of both kinds, with the options that the server uses. */
public final class TestDatabases {
    public static final PrincipalId PITEA = new PrincipalId("2581");
    public static final PrincipalId BODEN = new PrincipalId("2582");

    /** The tests leave their pools to the end of the process. */
    private static final String CONNECTIONS = "400";

    private TestDatabases() {}

    /** Returns a new H2 database in {@code folder}. */
    public static DataSource h2(Path folder) {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create(DefaultDatabase.at(folder.resolve("ryggrad")), "ryggrad", "");
        pool.setMaxConnections(24);
        SchemaMigration.migrate(pool, List.of(PITEA, BODEN));
        return pool;
    }

    /** Returns a new database on a PostgreSQL that lives as long as the tests. */
    @SuppressWarnings("deprecation") // a small pool is all that the tests need
    public static DataSource postgres() {
        EmbeddedPostgres server = Postgres.SERVER;
        String name = "test_" + System.nanoTime();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        PGPoolingDataSource pool = new PGPoolingDataSource();
        pool.setUrl(server.getJdbcUrl("postgres", name));
        pool.setMaxConnections(24);
        SchemaMigration.migrate(pool, List.of(PITEA, BODEN));
        return pool;
    }

    /** Returns the stores over a database. */
    static Plugs plugs(DataSource database) {
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
