package se.ryggrad.core.jdbc.contract;

import se.ryggrad.api.identity.OfficerDirectory;
import se.ryggrad.core.contract.identity.OfficerDirectoryContract;
import se.ryggrad.core.jdbc.JdbcOfficerDirectory;
import se.ryggrad.core.jdbc.database.TestDatabases;

class PostgresOfficerDirectoryTest extends OfficerDirectoryContract {
    private final OfficerDirectory directory = new JdbcOfficerDirectory(TestDatabases.postgres());

    @Override
    protected OfficerDirectory directory() {
        return directory;
    }
}
