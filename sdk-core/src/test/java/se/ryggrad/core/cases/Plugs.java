package se.ryggrad.core.cases;

import java.time.Clock;
import se.ryggrad.api.cases.store.AccessLog;
import se.ryggrad.api.cases.store.CaseStore;
import se.ryggrad.api.catalog.ServiceStore;
import se.ryggrad.api.documents.DocumentStore;
import se.ryggrad.api.events.EventLog;
import se.ryggrad.api.identity.OfficerDirectory;
import se.ryggrad.api.messaging.store.MessageStore;

/**
 * Holds the stores under test, empty and over one database.
 *
 * @param cases keeps cases
 * @param documents keeps documents
 * @param services keeps services
 * @param officers knows officers
 * @param log reads the feed that {@code cases} writes
 * @param accessLog keeps who has read which case
 * @param messages keeps the letters that the cases send, and other messages
 */
public record Plugs(
        CaseStore cases,
        DocumentStore documents,
        ServiceStore services,
        OfficerDirectory officers,
        EventLog log,
        AccessLog accessLog,
        MessageStore messages) {

    /** Opens stores that take their time from a clock. */
    @FunctionalInterface
    public interface Opening {
        /** Opens empty stores. */
        Plugs open(Clock clock);
    }
}
