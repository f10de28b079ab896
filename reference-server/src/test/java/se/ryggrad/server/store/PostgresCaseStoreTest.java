package se.ryggrad.server.store;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

class PostgresCaseStoreTest extends CaseStoreTests {
    private @Nullable DataSource database;

    @Override
    DataSource database() {
        if (database == null) {
            database = TestDatabases.postgres();
        }
        return database;
    }
}
