package se.ryggrad.core.memory;

import se.ryggrad.api.identity.OfficerDirectory;
import se.ryggrad.core.contract.identity.OfficerDirectoryContract;

class InMemoryOfficerDirectoryTest extends OfficerDirectoryContract {
    private final OfficerDirectory directory = new InMemoryOfficerDirectory();

    @Override
    protected OfficerDirectory directory() {
        return directory;
    }
}
