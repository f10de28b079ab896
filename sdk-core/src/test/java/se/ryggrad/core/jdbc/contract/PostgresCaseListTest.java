package se.ryggrad.core.jdbc.contract;

import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.contract.CaseListContract;
import se.ryggrad.core.jdbc.database.TestDatabases;

class PostgresCaseListTest extends CaseListContract {
    @Override
    protected Plugs.Opening opening() {
        return clock -> TestDatabases.plugs(TestDatabases.postgres());
    }
}
