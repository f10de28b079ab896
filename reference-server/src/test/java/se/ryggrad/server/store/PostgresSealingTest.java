package se.ryggrad.server.store;

import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.contract.SealingContract;

class PostgresSealingTest extends SealingContract {
    @Override
    protected Plugs.Opening opening() {
        return clock -> TestDatabases.plugs(TestDatabases.postgres());
    }
}
