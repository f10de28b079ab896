package se.ryggrad.core.jdbc.webhooks;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.api.events.SubscriptionStore;
import se.ryggrad.core.contract.SubscriptionStoreContract;
import se.ryggrad.core.jdbc.database.TestDatabases;

class H2SubscriptionStoreTest extends SubscriptionStoreContract {
    @TempDir
    Path folder;

    private SubscriptionStore store;

    @BeforeEach
    void open() {
        store = new JdbcSubscriptionStore(TestDatabases.h2(folder));
    }

    @Override
    protected SubscriptionStore store() {
        return store;
    }
}
