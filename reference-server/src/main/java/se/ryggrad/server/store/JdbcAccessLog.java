package se.ryggrad.server.store;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.AccessLog;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.server.store.sql.Jdbc;
import se.ryggrad.server.store.sql.SchemaMigration;
import se.ryggrad.server.store.sql.Sql;

/** Keeps the access log in a database, one row a reading. Thread-safe. */
public final class JdbcAccessLog implements AccessLog {
    private static final String OF_CASE = " from case_reading where case_id = ? and principal = ?";
    private static final String LATEST_FIRST = " order by read_at desc, id desc";

    private final Jdbc jdbc;

    /** Creates the log on a database that {@link SchemaMigration} has prepared. */
    public JdbcAccessLog(DataSource dataSource) {
        this.jdbc = new Jdbc(dataSource);
    }

    @Override
    public void record(PrincipalId principal, CaseId id, Reading reading) {
        Sql sql = Sql.of(
                "insert into case_reading (case_id, id, principal, read_at, body) values (?, ?, ?, ?, ?)",
                id.value(),
                reading.id(),
                principal.value(),
                reading.at(),
                RecordCodec.write(reading));
        jdbc.run(sql::update);
    }

    @Override
    public Page<Reading> page(PrincipalId principal, CaseId id, PageRequest page) {
        return jdbc.run(connection -> {
            List<Reading> found = readings(principal, id)
                    .add(" limit ? offset ?", page.limit() + 1, page.offset())
                    .list(connection, row -> RecordCodec.read(row.getString("body"), Reading.class));
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
        return jdbc.run(connection -> readings(principal, id)
                .list(connection, row -> RecordCodec.read(row.getString("body"), Reading.class)));
    }

    @Override
    public void forget(PrincipalId principal, CaseId id, Instant until) {
        Sql sql = Sql.of("delete" + OF_CASE + " and read_at <= ?", id.value(), principal.value(), until);
        jdbc.run(sql::update);
    }

    private static Sql readings(PrincipalId principal, CaseId id) {
        return Sql.of("select body" + OF_CASE + LATEST_FIRST, id.value(), principal.value());
    }
}
