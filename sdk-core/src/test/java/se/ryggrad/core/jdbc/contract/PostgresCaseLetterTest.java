package se.ryggrad.core.jdbc.contract;

import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.contract.CaseLetterContract;
import se.ryggrad.core.jdbc.database.TestDatabases;

class PostgresCaseLetterTest extends CaseLetterContract {
    @Override
    protected Plugs.Opening opening() {
        return clock -> TestDatabases.plugs(TestDatabases.postgres());
    }
}
