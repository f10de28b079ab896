package se.ryggrad.core.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import se.ryggrad.api.cases.store.AccessLog;
import se.ryggrad.api.cases.store.CaseStore;
import se.ryggrad.api.catalog.ServiceStore;
import se.ryggrad.api.documents.DocumentStore;
import se.ryggrad.api.events.EventLog;
import se.ryggrad.api.identity.OfficerDirectory;
import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.core.events.RingingCaseStore;
import se.ryggrad.core.memory.messaging.InMemoryMessageStore;
import se.ryggrad.core.webhooks.WebhookService;

/** Picks the stores: the embedder's beans, and memory for what they leave out. */
@Dependent
class Stores {

    private final Instance<CaseStore> cases;
    private final Instance<DocumentStore> documents;
    private final Instance<ServiceStore> services;
    private final Instance<EventLog> feed;
    private final Instance<OfficerDirectory> officers;
    private final Instance<AccessLog> accessLog;
    private final Instance<MessageStore> messages;

    @Inject
    Stores(
            Instance<CaseStore> cases,
            Instance<DocumentStore> documents,
            Instance<ServiceStore> services,
            Instance<EventLog> feed,
            Instance<OfficerDirectory> officers,
            Instance<AccessLog> accessLog,
            Instance<MessageStore> messages) {
        this.cases = cases;
        this.documents = documents;
        this.services = services;
        this.feed = feed;
        this.officers = officers;
        this.accessLog = accessLog;
        this.messages = messages;
    }

    /**
     * Returns the stores.
     *
     * @throws IllegalStateException when some of cases, documents and feed are offered and others not:
     *     one transaction spans them
     */
    Picked pick(Clock clock) {
        boolean none = cases.isUnsatisfied() && documents.isUnsatisfied() && feed.isUnsatisfied();
        boolean all = !cases.isUnsatisfied() && !documents.isUnsatisfied() && !feed.isUnsatisfied();
        if (!none && !all) {
            throw new IllegalStateException("offer CaseStore, DocumentStore and EventLog together, or none of them");
        }
        Optional<InMemoryMessageStore> post = messages.stream()
                .filter(InMemoryMessageStore.class::isInstance)
                .map(InMemoryMessageStore.class::cast)
                .findFirst();
        MemoryStores memory = new MemoryStores(clock, letters -> post.ifPresent(store -> store.post(letters)));
        return new Picked(
                none ? memory.cases() : cases.get(),
                none ? memory.documents() : documents.get(),
                services.isUnsatisfied() ? memory.services() : services.get(),
                none ? memory.feed() : feed.get(),
                officers.isUnsatisfied() ? memory.officers() : officers.get(),
                accessLog.isUnsatisfied() ? memory.accessLog() : accessLog.get(),
                none ? post.isPresent() : !messages.isUnsatisfied());
    }

    /**
     * Is one of each.
     *
     * @param cases keeps cases
     * @param documents keeps documents
     * @param services keeps service definitions
     * @param feed reads the feed
     * @param officers knows officers
     * @param accessLog keeps who has read which case
     * @param letters whether the cases keep letters where messages are kept, in one transaction
     */
    record Picked(
            CaseStore cases,
            DocumentStore documents,
            ServiceStore services,
            EventLog feed,
            OfficerDirectory officers,
            AccessLog accessLog,
            boolean letters) {

        /** Returns the same, of which the cases wake those who send events when there may be one. */
        Picked telling(WebhookService webhooks) {
            return new Picked(
                    new RingingCaseStore(cases, webhooks::wake),
                    documents,
                    services,
                    feed,
                    officers,
                    accessLog,
                    letters);
        }
    }
}
