package se.ryggrad.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.core.jdbc.database.TestDatabases;

/** Tests that the server runs with the options that the stores are tested with. */
class DefaultDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void isWhatTheStoresAreTestedWith() {
        Path file = folder.resolve("ryggrad");
        assertThat(DefaultDatabase.at(file)).isEqualTo(TestDatabases.h2Address(file));
    }
}
