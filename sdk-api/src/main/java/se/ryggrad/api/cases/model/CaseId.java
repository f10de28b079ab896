package se.ryggrad.api.cases.model;

import java.util.UUID;

/**
 * Names a case for ever, also after export. Pseudonymous personal data.
 *
 * @param value a random UUID
 */
public record CaseId(UUID value) {

    /** Creates a new id. */
    public static CaseId random() {
        return new CaseId(UUID.randomUUID());
    }
}
