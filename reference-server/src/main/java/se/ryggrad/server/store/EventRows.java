package se.ryggrad.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.store.ChangeSet;

/** Writes events, each with its place in the case and in the principal's feed. */
final class EventRows {
    private EventRows() {}

    /**
     * Adds the events of a change, as the last statements of its transaction.
     *
     * <p>The counter's row stays locked until the commit, so that positions follow the order of commits and no event
     * becomes visible before one that was served.
     */
    static void insert(Connection connection, Dialect dialect, ChangeSet change) throws SQLException {
        CaseHead head = change.after().head();
        int count = change.events().size();
        long position = Sql.of(dialect.advanceFeed(), count, head.principal().value())
                .first(connection, row -> row.getLong("last_position"))
                .orElseThrow(() -> new SQLException("the principal has no feed"));
        Sql insert = Sql.of("insert into case_event (case_id, sequence, id, principal, feed_position, authority,"
                + " service, status, event_type, recorded_at, head, traceparent, body) values ");
        position -= count;
        String separator = "";
        for (CaseEvent event : change.events()) {
            position++;
            insert.add(
                    separator + "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    change.after().id().value(),
                    event.sequence(),
                    event.id(),
                    head.principal().value(),
                    position,
                    head.authority().value(),
                    head.service().id().value(),
                    head.status().name(),
                    event.type().name(),
                    event.recordedAt(),
                    event.seal().hash(),
                    change.traceparent(),
                    RecordCodec.write(event));
            separator = ", ";
        }
        insert.update(connection);
    }
}
