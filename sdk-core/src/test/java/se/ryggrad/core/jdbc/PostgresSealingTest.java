package se.ryggrad.core.jdbc;

import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.contract.SealingContract;
import se.ryggrad.core.jdbc.database.TestDatabases;

class PostgresSealingTest extends SealingContract {
    @Override
    protected Plugs.Opening opening() {
        return clock -> TestDatabases.plugs(TestDatabases.postgres());
    }
}
