package se.ryggrad.core.jdbc.contract;

import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.contract.CaseErasingContract;
import se.ryggrad.core.jdbc.database.TestDatabases;

class PostgresCaseErasingTest extends CaseErasingContract {
    @Override
    protected Plugs.Opening opening() {
        return clock -> TestDatabases.plugs(TestDatabases.postgres());
    }
}
