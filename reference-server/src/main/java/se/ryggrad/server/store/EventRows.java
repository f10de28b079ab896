package se.ryggrad.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.server.store.sql.Dialect;
import se.ryggrad.server.store.sql.Sql;

/** Writes events, each with its place in the case and in the principal's feed. */
final class EventRows {
    private static final String COLUMNS =
            "case_id, sequence, id, authority, service, status, event_type, recorded_at," + " head, traceparent, body";
    private static final String ADDED = "added." + COLUMNS.replace(", ", ", added.");
    private static final List<String> TYPES = List.of(
            "bigint",
            "uuid",
            "bigint",
            "uuid",
            "varchar",
            "varchar",
            "varchar",
            "varchar",
            "timestamp(3) with time zone",
            "varchar",
            "varchar",
            "text");

    private EventRows() {}

    /**
     * Adds the events of a change, as the last statement of its transaction.
     *
     * <p>The same statement advances the counter, whose row stays locked until the commit, so that positions follow the
     * order of commits and no event becomes visible before one that was served.
     */
    static void insert(Connection connection, Dialect dialect, ChangeSet change) throws SQLException {
        int count = change.events().size();
        Sql advance = Sql.of(
                "update feed_counter set last_position = last_position + ? where principal = ?",
                count,
                change.after().head().principal().value());
        int added = dialect.changing(
                        advance,
                        "case_event (principal, feed_position, " + COLUMNS + ")",
                        "changed.principal, changed.last_position - added.later, " + ADDED)
                .joinRows("added", "later, " + COLUMNS, TYPES, rows(change))
                .update(connection);
        if (added != count) {
            throw new SQLException("the principal has no feed");
        }
    }

    private static List<Object[]> rows(ChangeSet change) {
        CaseHead head = change.after().head();
        List<Object[]> rows = new ArrayList<>();
        for (CaseEvent event : change.events()) {
            rows.add(new Object[] {
                change.events().size() - rows.size() - 1,
                change.after().id().value(),
                event.sequence(),
                event.id(),
                head.authority().value(),
                head.service().id().value(),
                head.status().name(),
                event.type().name(),
                event.recordedAt(),
                event.seal().hash(),
                change.traceparent(),
                RecordCodec.write(event)
            });
        }
        return rows;
    }
}
