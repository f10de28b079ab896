package se.ryggrad.core.jdbc.minasidor;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.api.minasidor.index.OverviewIndex;
import se.ryggrad.core.contract.minasidor.OverviewIndexContract;
import se.ryggrad.core.jdbc.database.TestDatabases;

class H2OverviewIndexTest extends OverviewIndexContract {
    @TempDir
    Path folder;

    private OverviewIndex index;

    @BeforeEach
    void open() {
        index = new JdbcOverviewIndex(TestDatabases.h2(folder));
    }

    @Override
    protected OverviewIndex index() {
        return index;
    }
}
