package se.ryggrad.server.store.minasidor;

import se.ryggrad.api.minasidor.index.OverviewIndex;
import se.ryggrad.core.contract.minasidor.OverviewIndexContract;
import se.ryggrad.server.store.TestDatabases;

class PostgresOverviewIndexTest extends OverviewIndexContract {
    private final OverviewIndex index = new JdbcOverviewIndex(TestDatabases.postgres());

    @Override
    protected OverviewIndex index() {
        return index;
    }
}
