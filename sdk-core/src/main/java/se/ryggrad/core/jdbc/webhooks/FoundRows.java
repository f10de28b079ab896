package se.ryggrad.core.jdbc.webhooks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.core.jdbc.sql.Sql;

/**
 * Holds the rows that were found, those that can be read apart from others, as those that a later version has written.
 *
 * @param rows the subscriptions, in order
 * @param broken the ids of those that cannot be read
 */
record FoundRows(List<Subscription> rows, List<UUID> broken) {
    private static final System.Logger LOG = System.getLogger(FoundRows.class.getName());

    /** Asks for rows, and logs which of them cannot be read. */
    static FoundRows of(Connection connection, Sql sql) throws SQLException {
        FoundRows found = new FoundRows(new ArrayList<>(), new ArrayList<>());
        sql.list(connection, found::add);
        return found;
    }

    private boolean add(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        try {
            return rows.add(SubscriptionRows.read(row));
        } catch (RuntimeException unreadable) { // of whatever kind: the text is not what this version writes
            LOG.log(
                    System.Logger.Level.ERROR,
                    "subscription {0} cannot be read, and is left for {1}: {2}",
                    id,
                    SubscriptionRows.PARKED,
                    unreadable.getClass().getName());
            return broken.add(id);
        }
    }
}
