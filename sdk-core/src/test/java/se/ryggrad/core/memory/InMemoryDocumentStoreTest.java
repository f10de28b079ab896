package se.ryggrad.core.memory;

import se.ryggrad.core.cases.World;
import se.ryggrad.core.contract.DocumentStoreContract;
import se.ryggrad.core.cases.Plugs;

class InMemoryDocumentStoreTest extends DocumentStoreContract {

    @Override
    protected Plugs.Opening opening() {
        return World::inMemory;
    }
}
