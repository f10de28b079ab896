package se.ryggrad.server.store.webhooks;

import se.ryggrad.api.events.SubscriptionStore;
import se.ryggrad.core.contract.SubscriptionStoreContract;
import se.ryggrad.server.store.TestDatabases;

class PostgresSubscriptionStoreTest extends SubscriptionStoreContract {
    private final SubscriptionStore store = new JdbcSubscriptionStore(TestDatabases.postgres());

    @Override
    protected SubscriptionStore store() {
        return store;
    }
}
