package se.ryggrad.core.jdbc.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.api.catalog.ServiceStore;
import se.ryggrad.core.contract.catalog.ServiceStoreContract;
import se.ryggrad.core.jdbc.JdbcServiceStore;
import se.ryggrad.core.jdbc.database.TestDatabases;

class H2ServiceStoreTest extends ServiceStoreContract {
    @TempDir
    Path folder;

    private ServiceStore store;

    @BeforeEach
    void open() {
        store = new JdbcServiceStore(TestDatabases.h2(folder));
    }

    @Override
    protected ServiceStore store() {
        return store;
    }
}
