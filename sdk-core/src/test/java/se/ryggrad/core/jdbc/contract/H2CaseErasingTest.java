package se.ryggrad.core.jdbc.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.contract.CaseErasingContract;
import se.ryggrad.core.jdbc.database.TestDatabases;

class H2CaseErasingTest extends CaseErasingContract {
    @TempDir
    Path folder;

    @Override
    protected Plugs.Opening opening() {
        return clock -> TestDatabases.plugs(TestDatabases.h2(folder));
    }
}
