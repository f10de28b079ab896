package se.ryggrad.core.jdbc.sql;

import java.util.Collection;
import javax.sql.DataSource;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Makes room for the feeds of principals: each has a row with its last position, which whoever commits a case or publishes a
 * service at the principal locks.
 */
public final class FeedCounters {
    private static final String OPEN =
            "insert into feed_counter (principal, last_position) values (?, 0) on conflict do nothing";

    private FeedCounters() {}

    /**
     * Makes room for the feeds of {@code principals} in a database that has the schema; repeating it changes nothing.
     *
     * <p>{@link SchemaMigration} does it as well; call it yourself where you migrate another way.
     */
    public static void open(DataSource database, Collection<PrincipalId> principals) {
        new Jdbc(database).transaction(connection -> {
            for (PrincipalId principal : principals) {
                Sql.of(OPEN, principal.value()).update(connection);
            }
            return principals.size();
        });
    }
}
