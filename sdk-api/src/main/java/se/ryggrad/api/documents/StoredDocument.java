package se.ryggrad.api.documents;

import java.time.Instant;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Describes a document whose content is kept.
 *
 * @param id its id
 * @param principal where it was uploaded
 * @param owner who may use it in a case
 * @param mediaType its media type
 * @param size its size in octets
 * @param sha256 the digest of its content, lower-case hex
 * @param uploadedAt when it was kept
 * @param used whether a case holds it already
 */
public record StoredDocument(
        DocumentId id,
        PrincipalId principal,
        ActorId owner,
        String mediaType,
        long size,
        String sha256,
        Instant uploadedAt,
        boolean used) {}
