package se.ryggrad.server.store;

import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.contract.CaseLetterContract;

class PostgresCaseLetterTest extends CaseLetterContract {
    @Override
    protected Plugs.Opening opening() {
        return clock -> TestDatabases.plugs(TestDatabases.postgres());
    }
}
