package se.ryggrad.core.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.law.Erasure;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.Secrecy;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.core.jdbc.sql.Dialect;
import se.ryggrad.core.jdbc.sql.RecordCodec;
import se.ryggrad.core.jdbc.sql.Sql;

/** Writes and reads events, each with its place in the case and in the principal's feed. */
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

    /**
     * Takes away what {@code erased} names of the events that are there; what the feed shows of them stays.
     *
     * <p>Comes before {@link #insert}: the events of the change itself stay whole.
     */
    static void erase(Connection connection, UUID caseId, ChangeSet.Erased erased) throws SQLException {
        List<CaseEvent> taken = Sql.of("select body from case_event where case_id = ? order by sequence", caseId)
                .list(connection, EventRows::read)
                .stream()
                .filter(event -> event.told().isPresent() && erased.takes(event))
                .toList();
        for (CaseEvent event : taken) {
            Sql.of(
                            "update case_event set body = ? where case_id = ? and sequence = ?",
                            write(event.erased(erased.by())),
                            caseId,
                            event.sequence())
                    .update(connection);
        }
    }

    /** Returns the event of a row with its body. */
    static CaseEvent read(ResultSet row) throws SQLException {
        return RecordCodec.read(row.getString("body"), Body.class).event();
    }

    private static String write(CaseEvent event) {
        return RecordCodec.write(Body.of(event));
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
                change.shownService().map(ServiceId::value).orElse(null),
                head.status().name(),
                event.type().name(),
                event.recordedAt(),
                event.seal().hash(),
                change.traceparent(),
                write(event)
            });
        }
        return rows;
    }

    /** Is the text of a row: what an event told lies beside what stays of it, and is absent once it was erased. Public for the codec. */
    public record Body(
            UUID id,
            long sequence,
            EventType type,
            Instant recordedAt,
            Optional<Audience> audience,
            List<Secrecy> secrecy,
            Optional<JsonText> content,
            Optional<String> byName,
            Seal seal,
            Optional<Erasure> erased) {

        private static Body of(CaseEvent event) {
            Optional<CaseEvent.Told> told = event.told();
            return new Body(
                    event.id(),
                    event.sequence(),
                    event.type(),
                    event.recordedAt(),
                    told.map(CaseEvent.Told::audience),
                    told.map(CaseEvent.Told::secrecy).orElse(List.of()),
                    told.map(CaseEvent.Told::content),
                    told.map(CaseEvent.Told::byName),
                    new Seal(
                            told.map(CaseEvent.Told::salt),
                            event.seal().contentDigest(),
                            event.seal().previous(),
                            event.seal().hash()),
                    event.erasure());
        }

        private CaseEvent event() {
            return new CaseEvent(
                    id,
                    sequence,
                    type,
                    recordedAt,
                    erased.<CaseEvent.Substance>map(CaseEvent.Erased::new).orElseGet(this::told),
                    new CaseEvent.Seal(seal.contentDigest(), seal.previous(), seal.hash()));
        }

        private CaseEvent.Told told() {
            return new CaseEvent.Told(
                    content.orElseThrow(),
                    seal.salt().orElseThrow(),
                    byName.orElseThrow(),
                    audience.orElseThrow(),
                    secrecy);
        }
    }

    /** Is the place of an event in the chain, with the salt as long as there is a content. Public for the codec. */
    public record Seal(Optional<String> salt, String contentDigest, String previous, String hash) {}
}
