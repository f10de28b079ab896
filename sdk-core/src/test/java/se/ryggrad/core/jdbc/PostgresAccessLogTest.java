package se.ryggrad.core.jdbc;

import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.contract.AccessLogContract;
import se.ryggrad.core.jdbc.database.TestDatabases;

class PostgresAccessLogTest extends AccessLogContract {
    @Override
    protected Plugs.Opening opening() {
        return clock -> TestDatabases.plugs(TestDatabases.postgres());
    }
}
