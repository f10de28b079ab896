package se.ryggrad.core.memory.messaging;

import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.core.contract.MessageStoreContract;

class InMemoryMessageStoreTest extends MessageStoreContract {

    private final InMemoryMessageStore store = new InMemoryMessageStore();

    @Override
    protected MessageStore store() {
        return store;
    }
}
