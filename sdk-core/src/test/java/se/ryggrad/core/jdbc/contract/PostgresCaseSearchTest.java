package se.ryggrad.core.jdbc.contract;

import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.contract.CaseSearchContract;
import se.ryggrad.core.jdbc.database.TestDatabases;

class PostgresCaseSearchTest extends CaseSearchContract {
    @Override
    protected Plugs.Opening opening() {
        return clock -> TestDatabases.plugs(TestDatabases.postgres());
    }
}
