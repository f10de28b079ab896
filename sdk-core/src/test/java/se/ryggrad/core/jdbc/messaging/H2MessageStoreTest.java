package se.ryggrad.core.jdbc.messaging;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.core.contract.MessageStoreContract;
import se.ryggrad.core.jdbc.database.TestDatabases;

class H2MessageStoreTest extends MessageStoreContract {
    @TempDir
    Path folder;

    private MessageStore store;

    @BeforeEach
    void open() {
        store = new JdbcMessageStore(TestDatabases.h2(folder));
    }

    @Override
    protected MessageStore store() {
        return store;
    }
}
