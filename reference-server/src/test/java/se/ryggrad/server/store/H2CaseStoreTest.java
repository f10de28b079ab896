package se.ryggrad.server.store;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

class H2CaseStoreTest extends CaseStoreTests {
    @TempDir
    Path folder;

    private @Nullable DataSource database;

    @Override
    DataSource database() {
        if (database == null) {
            database = TestDatabases.h2(folder);
        }
        return database;
    }
}
