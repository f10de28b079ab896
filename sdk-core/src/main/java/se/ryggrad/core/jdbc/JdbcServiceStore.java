package se.ryggrad.core.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.catalog.ServiceStore;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.catalog.VersionNumber;
import se.ryggrad.core.jdbc.sql.Jdbc;
import se.ryggrad.core.jdbc.sql.SchemaMigration;
import se.ryggrad.core.jdbc.sql.Sql;
import se.ryggrad.core.json.CanonicalJson;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.catalog.ServiceReader;

/** Keeps service definitions in a database. A published version never changes and is read once. Thread-safe. */
public final class JdbcServiceStore implements ServiceStore {
    private static final String DOCUMENT = "document";
    private static final String CURRENT = "select body from service_definition where principal = ? and current_version";
    private static final int MAXIMUM_KEPT = 10_000;

    private final Jdbc jdbc;
    private final Map<Key, ServiceDefinition> published = new ConcurrentHashMap<>();

    /** Creates the store on a database that {@link SchemaMigration} has prepared. */
    public JdbcServiceStore(DataSource dataSource) {
        this.jdbc = new Jdbc(dataSource);
    }

    @Override
    public List<ServiceDefinition> current(PrincipalId principal) {
        Sql sql = Sql.of(CURRENT + " order by id", principal.value());
        return jdbc.run(connection -> sql.list(connection, row -> read(row.getString("body"))));
    }

    @Override
    public Optional<ServiceDefinition> current(PrincipalId principal, ServiceId id) {
        Sql sql = Sql.of(CURRENT + " and id = ?", principal.value(), id.value());
        return jdbc.run(connection -> sql.first(connection, row -> read(row.getString("body"))));
    }

    @Override
    public Optional<ServiceDefinition> version(PrincipalId principal, ServiceId id, String version) {
        Key key = new Key(principal, id, version);
        ServiceDefinition kept = published.get(key);
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<ServiceDefinition> found = jdbc.run(connection -> find(connection, key));
        if (published.size() < MAXIMUM_KEPT) {
            found.ifPresent(definition -> published.put(key, definition));
        }
        return found;
    }

    @Override
    public Publication publish(PrincipalId principal, ServiceDefinition definition) {
        Key key = new Key(principal, definition.id(), definition.version());
        return jdbc.transaction(connection -> {
            int added = Sql.of(
                            "insert into service_definition (principal, id, version, current_version, body)"
                                    + " values (?, ?, ?, false, ?) on conflict do nothing",
                            principal.value(),
                            definition.id().value(),
                            definition.version(),
                            write(definition))
                    .update(connection);
            if (added == 0) {
                return compare(definition, find(connection, key));
            }
            takeTurn(connection, principal);
            Sql.of(
                            "update service_definition set current_version = (version = ?) where principal = ? and id = ?",
                            highest(connection, key),
                            principal.value(),
                            definition.id().value())
                    .update(connection);
            return Publication.PUBLISHED;
        });
    }

    /** Waits for whoever else publishes at the principal, so that the highest is chosen among all that have been published. */
    private static void takeTurn(Connection connection, PrincipalId principal) throws SQLException {
        Sql.of("select last_position from feed_counter where principal = ? for update", principal.value())
                .first(connection, row -> row.getLong("last_position"));
    }

    private static String highest(Connection connection, Key key) throws SQLException {
        List<String> versions = Sql.of(
                        "select version from service_definition where principal = ? and id = ?",
                        key.principal().value(),
                        key.id().value())
                .list(connection, row -> row.getString("version"));
        return versions.stream().max(Comparator.comparing(VersionNumber::parse)).orElseThrow();
    }

    private static Publication compare(ServiceDefinition wanted, Optional<ServiceDefinition> standing) {
        JsonText content = CanonicalJson.of(wanted.document());
        boolean same = standing.map(ServiceDefinition::document)
                .map(CanonicalJson::of)
                .filter(content::equals)
                .isPresent();
        return same ? Publication.UNCHANGED : Publication.CONFLICT;
    }

    private static Optional<ServiceDefinition> find(Connection connection, Key key) throws SQLException {
        return Sql.of(
                        "select body from service_definition where principal = ? and id = ? and version = ?",
                        key.principal().value(),
                        key.id().value(),
                        key.version())
                .first(connection, row -> read(row.getString("body")));
    }

    private static String write(ServiceDefinition definition) {
        return JsonTree.object()
                .put(DOCUMENT, definition.document().text())
                .build()
                .json()
                .text();
    }

    /** Reads the document anew, so that what is taken out of it can grow without a migration. */
    private static ServiceDefinition read(String body) {
        String document = JsonTree.parse(new JsonText(body))
                .asObject()
                .flatMap(kept -> kept.text(DOCUMENT))
                .orElseThrow();
        return ServiceReader.read(JsonTree.parse(new JsonText(document)));
    }

    private record Key(PrincipalId principal, ServiceId id, String version) {}
}
