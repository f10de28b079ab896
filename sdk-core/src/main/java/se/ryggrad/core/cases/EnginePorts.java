package se.ryggrad.core.cases;

import se.ryggrad.api.cases.StatusWording;
import se.ryggrad.api.cases.store.AccessLog;
import se.ryggrad.api.cases.store.CaseStore;
import se.ryggrad.api.catalog.ServiceStore;
import se.ryggrad.api.documents.DocumentStore;
import se.ryggrad.api.identity.OfficerDirectory;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.cases.access.Views;
import se.ryggrad.core.cases.letters.Outbox;
import se.ryggrad.core.registry.Protections;
import se.ryggrad.core.registry.Representatives;

/**
 * Holds what the engine is plugged into.
 *
 * @param cases keeps cases
 * @param documents keeps documents
 * @param services keeps service definitions
 * @param principals knows the principals
 * @param officers knows the officers
 * @param accessLog keeps who has read which case
 * @param protections tells who is protected
 * @param representatives tells who is to agree for somebody
 * @param outbox makes messages of the letters that cases send
 * @param wording words where a case stands
 */
public record EnginePorts(
        CaseStore cases,
        DocumentStore documents,
        ServiceStore services,
        Principals principals,
        OfficerDirectory officers,
        AccessLog accessLog,
        Protections protections,
        Representatives representatives,
        Outbox outbox,
        StatusWording wording) {

    /** Creates ports without registries, letters and words of their own: nobody is protected, and nobody knows who is to agree. */
    public EnginePorts(
            CaseStore cases,
            DocumentStore documents,
            ServiceStore services,
            Principals principals,
            OfficerDirectory officers,
            AccessLog accessLog) {
        this(
                cases,
                documents,
                services,
                principals,
                officers,
                accessLog,
                Protections.NOBODY,
                Representatives.UNKNOWN,
                Outbox.NONE,
                Views::localStatus);
    }
}
