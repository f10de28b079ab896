package se.ryggrad.api.cases.action;

import java.util.Optional;
import se.ryggrad.api.documents.DocumentId;

/**
 * Puts an uploaded document into a case.
 *
 * @param id the uploaded document
 * @param kind the kind of attachment
 * @param name the file name
 * @param subject the public subject; the attachment's title when absent
 */
public record DocumentEntry(DocumentId id, String kind, String name, Optional<String> subject) {}
