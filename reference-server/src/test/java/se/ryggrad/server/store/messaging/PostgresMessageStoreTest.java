package se.ryggrad.server.store.messaging;

import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.core.contract.MessageStoreContract;
import se.ryggrad.server.store.TestDatabases;

class PostgresMessageStoreTest extends MessageStoreContract {
    private final MessageStore store = new JdbcMessageStore(TestDatabases.postgres());

    @Override
    protected MessageStore store() {
        return store;
    }
}
