package se.ryggrad.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.catalog.ServiceStore.Publication;
import se.ryggrad.core.jdbc.database.TestDatabases;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;
import se.ryggrad.core.json.catalog.ServiceReader;

/** Tests that definitions of an earlier version of the server are read, with all that their documents say. */
class ServiceRowsTest {
    private static final ServiceDefinition REPRESENTED =
            read(StandardFiles.json("services/conformance-represented.json"));

    @TempDir
    Path folder;

    @Test
    void readsWhoMayRepresentFromTheDocumentOfAnOlderRow() throws SQLException {
        DataSource database = TestDatabases.h2(folder);
        insert(database);
        JdbcServiceStore store = new JdbcServiceStore(database);

        assertThat(store.version(TestDatabases.PITEA, REPRESENTED.id(), REPRESENTED.version()))
                .contains(REPRESENTED);
        assertThat(store.current(TestDatabases.PITEA)).containsExactly(REPRESENTED);
        assertThat(store.publish(TestDatabases.PITEA, REPRESENTED)).isEqualTo(Publication.UNCHANGED);
    }

    private static ServiceDefinition read(JsonTree file) {
        return ServiceReader.read(JsonTree.parse(ServiceReader.read(file).document()));
    }

    private static void insert(DataSource database) throws SQLException {
        String body = JsonTree.object()
                .put("version", REPRESENTED.version())
                .put("track", "ADMINISTRATIVE")
                .put("document", REPRESENTED.document().text())
                .build()
                .json()
                .text();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into service_definition (principal, id, version, current_version, body)"
                                + " values (?, ?, ?, true, ?)")) {
            insert.setString(1, TestDatabases.PITEA.value());
            insert.setString(2, REPRESENTED.id().value());
            insert.setString(3, REPRESENTED.version());
            insert.setString(4, body);
            insert.executeUpdate();
        }
    }
}
