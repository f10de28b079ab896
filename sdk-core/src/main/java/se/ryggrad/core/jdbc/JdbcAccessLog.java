package se.ryggrad.core.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.AccessLog;
import se.ryggrad.api.cases.store.AuditEntry;
import se.ryggrad.api.cases.store.AuditHead;
import se.ryggrad.api.cases.store.LoggedReading;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.jdbc.answers.AnswerRows;
import se.ryggrad.core.jdbc.sql.Jdbc;
import se.ryggrad.core.jdbc.sql.RecordCodec;
import se.ryggrad.core.jdbc.sql.SchemaMigration;
import se.ryggrad.core.jdbc.sql.Sql;

/** Keeps the access log in a database, one row a reading. Thread-safe. */
public final class JdbcAccessLog implements AccessLog {
    private static final AnswerRows.Resource NOTHING = new AnswerRows.Resource("", Optional.empty());
    private static final String OF_CASE = " from case_reading where case_id = ? and principal = ? and body is not null";
    private static final String LATEST_FIRST = " order by read_at desc, id desc";

    private final Jdbc jdbc;

    /** Creates the log on a database that {@link SchemaMigration} has prepared. */
    public JdbcAccessLog(DataSource dataSource) {
        this.jdbc = new Jdbc(dataSource);
    }

    @Override
    public void record(PrincipalId principal, List<LoggedReading> readings) {
        if (readings.isEmpty()) {
            return;
        }
        Sql sql = Sql.of("insert into case_reading"
                + " (case_id, id, principal, authority, read_at, body, salt, content_digest) values ");
        String separator = "";
        for (LoggedReading logged : readings) {
            sql.add(
                    separator + "(?, ?, ?, ?, ?, ?, ?, ?)",
                    logged.caseId().value(),
                    logged.reading().id(),
                    principal.value(),
                    logged.authority().value(),
                    logged.reading().at(),
                    RecordCodec.write(logged.reading()),
                    logged.salt(),
                    logged.contentDigest());
            separator = ", ";
        }
        jdbc.run(sql::update);
    }

    @Override
    public Page<Reading> page(PrincipalId principal, CaseId id, PageRequest page) {
        return jdbc.run(connection -> {
            List<Reading> found = readings(principal, id)
                    .add(" limit ? offset ?", page.limit() + 1, page.offset())
                    .list(connection, JdbcAccessLog::reading);
            boolean more = found.size() > page.limit();
            OptionalLong total = page.count()
                    ? OptionalLong.of(Sql.of("select count(*) as total" + OF_CASE, id.value(), principal.value())
                            .first(connection, row -> row.getLong("total"))
                            .orElse(0L))
                    : OptionalLong.empty();
            return new Page<>(more ? found.subList(0, page.limit()) : found, page, more, total);
        });
    }

    @Override
    public List<Reading> all(PrincipalId principal, CaseId id) {
        return jdbc.run(connection -> readings(principal, id).list(connection, JdbcAccessLog::reading));
    }

    @Override
    public void forget(PrincipalId principal, CaseId id, Instant until) {
        jdbc.transaction(connection -> ReadingRows.erase(connection, principal, id, Optional.of(until)));
    }

    @Override
    public AuditHead seal(PrincipalId principal, AuthorityId authority, Chain chain) {
        boolean more = true;
        while (more) {
            more = jdbc.transaction(connection -> ReadingRows.seal(connection, principal, authority, chain));
        }
        return head(principal, authority);
    }

    @Override
    public AuditHead head(PrincipalId principal, AuthorityId authority) {
        Sql head = ReadingRows.head(principal, authority);
        return jdbc.run(connection -> head.first(connection, ReadingRows::head)).orElse(AuditHead.START);
    }

    @Override
    public List<AuditEntry> sealed(PrincipalId principal, AuthorityId authority, long after, int limit) {
        Sql sql = Sql.of(
                "select sequence, case_id, body, salt, content_digest, hash from case_reading"
                        + " where principal = ? and authority = ? and sequence > ?"
                        + " order by principal, authority, sequence limit ?",
                principal.value(),
                authority.value(),
                after,
                limit);
        return jdbc.run(connection -> sql.list(connection, JdbcAccessLog::entry));
    }

    @Override
    public Optional<KeptAnswer> answer(Claim claim) {
        return jdbc.run(connection -> AnswerRows.find(connection, claim));
    }

    @Override
    public Optional<KeptAnswer> keep(Claim claim, Answer answer) {
        boolean bound = jdbc.run(connection -> AnswerRows.claim(connection, claim, answer, NOTHING));
        return bound ? Optional.empty() : answer(claim);
    }

    private static Sql readings(PrincipalId principal, CaseId id) {
        return Sql.of("select body" + OF_CASE + LATEST_FIRST, id.value(), principal.value());
    }

    private static Reading reading(ResultSet row) throws SQLException {
        return RecordCodec.read(row.getString("body"), Reading.class);
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        boolean erased = row.getString("body") == null;
        Optional<AuditEntry.Told> told = erased
                ? Optional.empty()
                : Optional.of(new AuditEntry.Told(
                        new CaseId(row.getObject("case_id", UUID.class)), reading(row), row.getString("salt")));
        return new AuditEntry(row.getLong("sequence"), told, row.getString("content_digest"), row.getString("hash"));
    }
}
