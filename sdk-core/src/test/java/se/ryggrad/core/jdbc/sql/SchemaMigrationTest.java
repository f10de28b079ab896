package se.ryggrad.core.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import se.ryggrad.core.jdbc.database.TestDatabases;

/** Tests that installed databases go on, and that the stores live beside an application that has a Flyway of its own. */
class SchemaMigrationTest {
    private static final String HISTORY = "flyway_schema_history";

    /** The scripts and checksums of the schema as version 0.1.0 installs it. */
    private static final String[] INSTALLED = {
        "V1__cases.sql -1151629340",
        "V2__represented_by.sql -754025263",
        "V3__access_log.sql 1893240767",
        "V4__protection.sql 2026702888",
        "V5__documents_by_case.sql 518719179",
        "V6__searches.sql 918115510",
        "V7__audit.sql 689971873",
        "V8__messages.sql 200484096",
        "V9__message_channel.sql -495502997",
        "V10__webhooks.sql 93297053",
        "V11__overview_index.sql 1712150748",
        "V12__feed_secrecy.sql -850667883",
    };

    private static final String FEEDS = "select principal || ' ' || last_position from feed_counter order by principal";

    @TempDir
    Path folder;

    /** Flyway refuses a database whose history says otherwise: what a version has run is never changed. */
    @Test
    void keepsWhatInstalledDatabasesHaveRun() throws SQLException {
        assertThat(column(
                        TestDatabases.h2(folder),
                        "select script || ' ' || checksum from " + HISTORY
                                + " where version is not null order by installed_rank"))
                .startsWith(INSTALLED);
    }

    @Test
    void changesNothingTheSecondTime() throws SQLException {
        DataSource database = TestDatabases.h2(folder);
        List<String> before = column(database, "select script from " + HISTORY);
        SchemaMigration.migrate(database, List.of(TestDatabases.PITEA));

        assertThat(column(database, "select script from " + HISTORY)).isEqualTo(before);
        assertThat(column(database, FEEDS)).containsExactly("2581 0", "2582 0");
    }

    @Test
    void livesBesideTheApplicationsOwnFlywayOnH2() throws SQLException {
        String address = TestDatabases.h2Address(folder.resolve("shared"));
        JdbcConnectionPool application = JdbcConnectionPool.create(address, "ryggrad", "");
        execute(application, "create schema stores");

        liveTogether(application, JdbcConnectionPool.create(address + ";SCHEMA=stores", "ryggrad", ""));
    }

    @Test
    void livesBesideTheApplicationsOwnFlywayOnPostgres() throws SQLException {
        String address = TestDatabases.postgresAddress();
        DataSource application = postgres(address);
        execute(application, "create schema stores");

        liveTogether(application, postgres(address + "&currentSchema=stores"));
    }

    private static void liveTogether(DataSource application, DataSource stores) throws SQLException {
        Flyway own = Flyway.configure()
                .dataSource(application)
                .locations("classpath:se/ryggrad/core/jdbc/sql/application")
                .load();
        own.migrate();
        SchemaMigration.migrate(stores, List.of(TestDatabases.PITEA));
        own.migrate();
        SchemaMigration.migrate(stores, List.of(TestDatabases.BODEN));

        assertThat(column(application, "select version from " + HISTORY + " where version is not null"))
                .containsExactly("1");
        assertThat(column(application, "select name from officer")).containsExactly("Karin");
        assertThat(column(stores, FEEDS)).containsExactly("2581 0", "2582 0");
    }

    private static DataSource postgres(String address) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(address);
        return database;
    }

    private static void execute(DataSource database, String statement) throws SQLException {
        try (var connection = database.getConnection();
                var created = connection.createStatement()) {
            created.execute(statement);
        }
    }

    private static List<String> column(DataSource database, String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
