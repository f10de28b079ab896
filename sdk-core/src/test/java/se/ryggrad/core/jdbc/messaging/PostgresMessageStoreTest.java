package se.ryggrad.core.jdbc.messaging;

import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.core.contract.MessageStoreContract;
import se.ryggrad.core.jdbc.database.TestDatabases;

class PostgresMessageStoreTest extends MessageStoreContract {
    private final MessageStore store = new JdbcMessageStore(TestDatabases.postgres());

    @Override
    protected MessageStore store() {
        return store;
    }
}
