package se.ryggrad.core.jdbc.contract;

import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.contract.CaseStoreContract;
import se.ryggrad.core.jdbc.database.TestDatabases;

class PostgresCaseStoreTest extends CaseStoreContract {
    @Override
    protected Plugs.Opening opening() {
        return clock -> TestDatabases.plugs(TestDatabases.postgres());
    }
}
