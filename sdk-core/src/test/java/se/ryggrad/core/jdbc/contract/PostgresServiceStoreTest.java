package se.ryggrad.core.jdbc.contract;

import se.ryggrad.api.catalog.ServiceStore;
import se.ryggrad.core.contract.catalog.ServiceStoreContract;
import se.ryggrad.core.jdbc.JdbcServiceStore;
import se.ryggrad.core.jdbc.database.TestDatabases;

class PostgresServiceStoreTest extends ServiceStoreContract {
    private final ServiceStore store = new JdbcServiceStore(TestDatabases.postgres());

    @Override
    protected ServiceStore store() {
        return store;
    }
}
