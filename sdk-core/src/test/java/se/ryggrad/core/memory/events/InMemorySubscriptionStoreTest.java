package se.ryggrad.core.memory.events;

import se.ryggrad.api.events.SubscriptionStore;
import se.ryggrad.core.contract.SubscriptionStoreContract;

class InMemorySubscriptionStoreTest extends SubscriptionStoreContract {

    private final InMemorySubscriptionStore store = new InMemorySubscriptionStore();

    @Override
    protected SubscriptionStore store() {
        return store;
    }
}
