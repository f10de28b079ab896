package se.ryggrad.core.jdbc.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.api.identity.OfficerDirectory;
import se.ryggrad.core.contract.identity.OfficerDirectoryContract;
import se.ryggrad.core.jdbc.JdbcOfficerDirectory;
import se.ryggrad.core.jdbc.database.TestDatabases;

class H2OfficerDirectoryTest extends OfficerDirectoryContract {
    @TempDir
    Path folder;

    private OfficerDirectory directory;

    @BeforeEach
    void open() {
        directory = new JdbcOfficerDirectory(TestDatabases.h2(folder));
    }

    @Override
    protected OfficerDirectory directory() {
        return directory;
    }
}
