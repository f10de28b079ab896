package se.ryggrad.server.store;

import se.ryggrad.core.contract.DocumentStoreContract;
import se.ryggrad.core.cases.Plugs;

class PostgresDocumentStoreTest extends DocumentStoreContract {
    @Override
    protected Plugs.Opening opening() {
        return clock -> TestDatabases.plugs(TestDatabases.postgres());
    }
}
