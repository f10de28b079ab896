package se.ryggrad.api.documents;

import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Describes a document on its way in.
 *
 * @param principal where it is uploaded
 * @param owner who may use it in a case, once
 * @param mediaType its media type as declared
 * @param sha256 the declared digest ({@code Content-Digest}, RFC 9530), lower-case hex
 * @param maximumBytes the limit in {@code /capabilities}
 */
public record Upload(PrincipalId principal, ActorId owner, String mediaType, String sha256, long maximumBytes) {}
