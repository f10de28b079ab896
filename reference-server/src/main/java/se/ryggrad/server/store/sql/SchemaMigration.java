package se.ryggrad.server.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import se.ryggrad.api.organisation.PrincipalId;

/** Brings the database to the schema of this version. */
public final class SchemaMigration {
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
                .load()
                .migrate();
        jdbc.transaction(connection -> {
            for (PrincipalId principal : principals) {
                Sql.of(
                                "insert into feed_counter (principal, last_position) values (?, 0) on conflict do nothing",
                                principal.value())
                        .update(connection);
            }
            return principals.size();
        });
    }

    private static boolean keepTextsInRows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("set max_length_inplace_lob " + H2_INLINE_OCTETS);
        }
    }
}
