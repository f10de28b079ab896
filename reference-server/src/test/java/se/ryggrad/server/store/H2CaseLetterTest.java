package se.ryggrad.server.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.contract.CaseLetterContract;

class H2CaseLetterTest extends CaseLetterContract {
    @TempDir
    Path folder;

    @Override
    protected Plugs.Opening opening() {
        return clock -> TestDatabases.plugs(TestDatabases.h2(folder));
    }
}
