package se.ryggrad.core.jdbc;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.OfficerDirectory;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.jdbc.sql.Jdbc;
import se.ryggrad.core.jdbc.sql.RecordCodec;
import se.ryggrad.core.jdbc.sql.SchemaMigration;
import se.ryggrad.core.jdbc.sql.Sql;

/**
 * Keeps the officers that have signed in, with the groups of their last token. Thread-safe.
 *
 * <p>Writes only what this node has not written before: an unchanged officer costs no statement.
 */
public final class JdbcOfficerDirectory implements OfficerDirectory {
    private static final int MAXIMUM_KEPT = 20_000;

    private final Jdbc jdbc;
    private final Map<Key, Actor.Officer> written = new ConcurrentHashMap<>();

    /** Creates the directory on a database that {@link SchemaMigration} has prepared. */
    public JdbcOfficerDirectory(DataSource dataSource) {
        this.jdbc = new Jdbc(dataSource);
    }

    @Override
    public void seen(PrincipalId principal, Actor.Officer officer) {
        Key key = new Key(principal, officer.id());
        Actor.Officer kept = new Actor.Officer(
                officer.id(),
                officer.name(),
                officer.organisation(),
                officer.groups(),
                officer.identity(),
                Optional.empty());
        if (kept.equals(written.get(key))) {
            return;
        }
        jdbc.run(connection -> Sql.of(
                        jdbc.dialect().writeOfficer(),
                        principal.value(),
                        officer.id().value(),
                        RecordCodec.write(kept))
                .update(connection));
        if (written.size() > MAXIMUM_KEPT) {
            written.clear();
        }
        written.put(key, kept);
    }

    @Override
    public Optional<Actor.Officer> find(PrincipalId principal, ActorId id) {
        Sql sql = Sql.of("select body from officer where principal = ? and id = ?", principal.value(), id.value());
        return jdbc.run(connection ->
                sql.first(connection, row -> RecordCodec.read(row.getString("body"), Actor.Officer.class)));
    }

    private record Key(PrincipalId principal, ActorId id) {}
}
