package se.ryggrad.server.store;

import se.ryggrad.core.contract.CaseListContract;
import se.ryggrad.core.cases.Plugs;

class PostgresCaseListTest extends CaseListContract {
    @Override
    protected Plugs.Opening opening() {
        return clock -> TestDatabases.plugs(TestDatabases.postgres());
    }
}
