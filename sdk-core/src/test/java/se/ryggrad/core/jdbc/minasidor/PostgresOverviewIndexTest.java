package se.ryggrad.core.jdbc.minasidor;

import se.ryggrad.api.minasidor.index.OverviewIndex;
import se.ryggrad.core.contract.minasidor.OverviewIndexContract;
import se.ryggrad.core.jdbc.database.TestDatabases;

class PostgresOverviewIndexTest extends OverviewIndexContract {
    private final OverviewIndex index = new JdbcOverviewIndex(TestDatabases.postgres());

    @Override
    protected OverviewIndex index() {
        return index;
    }
}
