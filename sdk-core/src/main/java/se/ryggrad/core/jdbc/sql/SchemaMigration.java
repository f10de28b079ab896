package se.ryggrad.core.jdbc.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Brings the database to the schema of this version, with Flyway (ADR 68).
 *
 * <p>The tables lie in the schema that connections of the data source begin in, with Flyway's history beside them. Give
 * the stores a schema of their own where the database holds tables of yours.
 */
public final class SchemaMigration {
    /** A place of our own: in Flyway's usual one they would be mixed with those of the application that embeds us. */
    private static final String SCRIPTS = "classpath:se/ryggrad/core/jdbc/migration";

    /** The name that databases have that were installed while it was Flyway's usual one. */
    private static final String HISTORY = "flyway_schema_history";

    /** Texts up to this many octets lie in their row, so that a reader never meets one that a writer has replaced. */
    private static final int H2_INLINE_OCTETS = 16 * 1024 * 1024;

    private SchemaMigration() {}

    /** Migrates {@code database} and makes room for the feeds of {@code principals}; repeating it changes nothing. */
    public static void migrate(DataSource database, Collection<PrincipalId> principals) {
        Jdbc jdbc = new Jdbc(database);
        if (jdbc.dialect() == Dialect.H2) {
            jdbc.run(SchemaMigration::keepTextsInRows);
        }
        Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(database)
                .table(HISTORY)
                .locations(SCRIPTS)
                .callbackLocations(SCRIPTS)
                .load()
                .migrate();
        FeedCounters.open(database, principals);
    }

    private static boolean keepTextsInRows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("set max_length_inplace_lob " + H2_INLINE_OCTETS);
        }
    }
}
