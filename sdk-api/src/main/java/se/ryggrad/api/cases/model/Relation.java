package se.ryggrad.api.cases.model;

import java.util.UUID;

/**
 * Relates a case to another.
 *
 * @param kind the kind of relation, for example {@code follows}
 * @param caseId the other case
 */
public record Relation(String kind, UUID caseId) {}
