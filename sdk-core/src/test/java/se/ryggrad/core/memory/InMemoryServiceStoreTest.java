package se.ryggrad.core.memory;

import se.ryggrad.api.catalog.ServiceStore;
import se.ryggrad.core.contract.catalog.ServiceStoreContract;

class InMemoryServiceStoreTest extends ServiceStoreContract {
    private final ServiceStore store = new InMemoryServiceStore();

    @Override
    protected ServiceStore store() {
        return store;
    }
}
