package se.ryggrad.core.jdbc.minasidor;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.minasidor.index.IndexKey;
import se.ryggrad.api.minasidor.index.IndexedShare;
import se.ryggrad.api.minasidor.index.IndexedVersion;
import se.ryggrad.api.minasidor.index.Intake;
import se.ryggrad.api.minasidor.index.OverviewIndex;
import se.ryggrad.api.minasidor.index.Push;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.jdbc.sql.Jdbc;
import se.ryggrad.core.jdbc.sql.Sql;

/** Keeps in a database what sources push. Thread-safe, also among nodes. */
public final class JdbcOverviewIndex implements OverviewIndex {
    private final Jdbc jdbc;

    /** Creates the index on a database that {@link se.ryggrad.core.jdbc.sql.SchemaMigration} has prepared. */
    public JdbcOverviewIndex(DataSource dataSource) {
        this.jdbc = new Jdbc(dataSource);
    }

    @Override
    public Intake push(IndexKey key, Push push, int most, Instant now) {
        return jdbc.transaction(connection -> take(connection, new ItemRow(key, push), most, now));
    }

    /** Adds the row, or judges the change by the row that is there; a row that goes meanwhile is as if it had never been. */
    private static Intake take(Connection connection, ItemRow row, int most, Instant now) throws SQLException {
        Optional<Push> latest = row.hold(connection);
        if (latest.isEmpty()) {
            if (row.beyond(connection, most, now)) {
                return Intake.FULL;
            }
            return row.insert(connection, now) ? Intake.DONE : take(connection, row, most, now);
        }
        Intake intake = latest.get().follows(row.push(), now);
        if (intake == Intake.DONE) {
            if (row.beyond(connection, most, now)) {
                return Intake.FULL;
            }
            row.update(connection, now);
        }
        return intake;
    }

    @Override
    public void vouch(PrincipalId principal, String source, Instant asOf) {
        jdbc.transaction(connection -> {
            Sql.of(
                            "insert into overview_source (principal, source, as_of) values (?, ?, ?)"
                                    + " on conflict do nothing",
                            principal.value(),
                            source,
                            asOf)
                    .update(connection);
            return Sql.of(
                            "update overview_source set as_of = ? where principal = ? and source = ? and as_of < ?",
                            asOf,
                            principal.value(),
                            source,
                            asOf)
                    .update(connection);
        });
    }

    @Override
    public IndexedShare read(PrincipalId principal, Identity owner, Instant now, int most) {
        return jdbc.run(new ShareRows(principal, owner, now, most)::read);
    }

    @Override
    public List<IndexedVersion> versions(
            PrincipalId principal, String source, Optional<UUID> after, int limit, Instant now) {
        Sql sql = Sql.of(
                "select item, version, (body is null or ends_at <= ?) as removed from overview_item"
                        + " where principal = ? and source = ?",
                now,
                principal.value(),
                source);
        after.ifPresent(last -> sql.add(" and item > ?", last));
        sql.add(" order by item limit ?", limit);
        return jdbc.run(connection -> sql.list(
                connection,
                row -> new IndexedVersion(
                        row.getObject("item", UUID.class), row.getLong("version"), row.getBoolean("removed"))));
    }

    @Override
    public void forget(PrincipalId principal, Identity owner) {
        Sql sql = Sql.of(
                "delete from overview_item where principal = ? and owner_value = ? and owner_scheme = ?",
                principal.value(),
                owner.value(),
                owner.scheme().name());
        jdbc.run(sql::update);
    }

    @Override
    public void sweep(Instant now, Instant before) {
        jdbc.run(Sql.of(
                "update overview_item set owner_scheme = null, owner_value = null, place = null, body = null, ends_at = ?"
                        + " where ends_at <= ? and body is not null",
                now,
                now)::update);
        jdbc.run(Sql.of("delete from overview_item where ends_at < ? and body is null", before)::update);
    }
}
