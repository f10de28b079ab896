package se.ryggrad.core.jdbc.webhooks;

import se.ryggrad.api.events.SubscriptionStore;
import se.ryggrad.core.contract.SubscriptionStoreContract;
import se.ryggrad.core.jdbc.database.TestDatabases;

class PostgresSubscriptionStoreTest extends SubscriptionStoreContract {
    private final SubscriptionStore store = new JdbcSubscriptionStore(TestDatabases.postgres());

    @Override
    protected SubscriptionStore store() {
        return store;
    }
}
