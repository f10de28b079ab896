package se.ryggrad.core.jdbc;

import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.contract.DocumentStoreContract;
import se.ryggrad.core.jdbc.database.TestDatabases;

class PostgresDocumentStoreTest extends DocumentStoreContract {
    @Override
    protected Plugs.Opening opening() {
        return clock -> TestDatabases.plugs(TestDatabases.postgres());
    }
}
