package se.ryggrad.api.documents;

import java.util.UUID;

/**
 * Names a document.
 *
 * @param value a random UUID
 */
public record DocumentId(UUID value) {

    /** Creates a new id. */
    public static DocumentId random() {
        return new DocumentId(UUID.randomUUID());
    }
}
