package se.ryggrad.api.cases.store;

import java.time.Instant;
import java.util.UUID;
import se.ryggrad.api.cases.model.OfficerRef;

/**
 * Is a working paper (TF 2:12): outside the file, it changes no version, tag, time or hash.
 *
 * @param id its id
 * @param by who wrote it
 * @param writtenAt when
 * @param text what
 */
public record Memo(UUID id, OfficerRef by, Instant writtenAt, String text) {}
