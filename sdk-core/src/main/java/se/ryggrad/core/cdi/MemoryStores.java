package se.ryggrad.core.cdi;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.core.memory.InMemoryAccessLog;
import se.ryggrad.core.memory.InMemoryCaseStore;
import se.ryggrad.core.memory.InMemoryDocumentStore;
import se.ryggrad.core.memory.InMemoryEventLog;
import se.ryggrad.core.memory.InMemoryOfficerDirectory;
import se.ryggrad.core.memory.InMemoryServiceStore;

/** Holds the stores in memory that belong together; what is in them ends with the process. */
final class MemoryStores {

    private final InMemoryDocumentStore documents;
    private final InMemoryCaseStore cases;
    private final InMemoryEventLog feed;
    private final InMemoryServiceStore services = new InMemoryServiceStore();
    private final InMemoryOfficerDirectory officers = new InMemoryOfficerDirectory();
    private final InMemoryAccessLog accessLog = new InMemoryAccessLog();

    /**
     * Creates the stores.
     *
     * @param outbox takes the letters of the cases
     */
    MemoryStores(Clock clock, Consumer<List<Message>> outbox) {
        this.documents = new InMemoryDocumentStore(clock);
        this.cases = new InMemoryCaseStore(documents, outbox);
        this.feed = new InMemoryEventLog(cases);
    }

    InMemoryDocumentStore documents() {
        return documents;
    }

    InMemoryCaseStore cases() {
        return cases;
    }

    InMemoryEventLog feed() {
        return feed;
    }

    InMemoryServiceStore services() {
        return services;
    }

    InMemoryOfficerDirectory officers() {
        return officers;
    }

    InMemoryAccessLog accessLog() {
        return accessLog;
    }
}
