package se.ryggrad.core.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.events.EventLog;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.jdbc.sql.Jdbc;
import se.ryggrad.core.jdbc.sql.SchemaMigration;
import se.ryggrad.core.jdbc.sql.Sql;

/** Reads the feed that {@link JdbcCaseStore} writes. Thread-safe. */
public final class JdbcEventLog implements EventLog {
    private final Jdbc jdbc;

    /** Creates the log on a database that {@link SchemaMigration} has prepared. */
    public JdbcEventLog(DataSource dataSource) {
        this.jdbc = new Jdbc(dataSource);
    }

    @Override
    public List<FeedEvent> read(PrincipalId principal, Set<AuthorityId> authorities, long after, int limit) {
        if (authorities.isEmpty()) {
            return List.of();
        }
        Sql sql = Sql.of(
                        "select feed_position, id, case_id, event_type, recorded_at, sequence, head, authority, service,"
                                + " status, traceparent from case_event"
                                + " where principal = ? and feed_position > ? and authority in ",
                        principal.value(),
                        after)
                .addAll(authorities.stream().map(AuthorityId::value).sorted().toList())
                .add(" order by feed_position limit ?", limit);
        return jdbc.run(connection -> sql.list(connection, JdbcEventLog::event));
    }

    @Override
    public boolean knows(PrincipalId principal, Set<AuthorityId> authorities, long position) {
        if (position <= 0 || authorities.isEmpty()) {
            return position == 0;
        }
        Sql sql = Sql.of(
                        "select feed_position from case_event"
                                + " where principal = ? and feed_position = ? and authority in ",
                        principal.value(),
                        position)
                .addAll(authorities.stream().map(AuthorityId::value).sorted().toList());
        return jdbc.run(connection ->
                sql.first(connection, row -> row.getLong("feed_position")).isPresent());
    }

    @Override
    public long end(PrincipalId principal) {
        Sql sql = Sql.of(
                "select feed_position from case_event where principal = ? order by feed_position desc limit 1",
                principal.value());
        return jdbc.run(connection -> sql.first(connection, row -> row.getLong("feed_position")))
                .orElse(0L);
    }

    private static FeedEvent event(ResultSet row) throws SQLException {
        return new FeedEvent(
                row.getLong("feed_position"),
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                EventType.valueOf(row.getString("event_type")),
                Sql.instant(row, "recorded_at"),
                row.getLong("sequence"),
                row.getString("head"),
                new AuthorityId(row.getString("authority")),
                Optional.ofNullable(row.getString("service")).map(ServiceId::new),
                CaseStatus.valueOf(row.getString("status")),
                row.getString("traceparent"));
    }
}
