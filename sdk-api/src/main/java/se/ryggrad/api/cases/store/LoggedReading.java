package se.ryggrad.api.cases.store;

import java.util.Objects;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.organisation.AuthorityId;

/**
 * Is a reading as the access log keeps it: with what binds it to its place in the log of the authority later.
 *
 * @param authority the authority of the case
 * @param caseId the case that was read
 * @param reading that it was read
 * @param salt 32 random octets, lower-case hex
 * @param contentDigest SHA-256 of the salt followed by the canonical content, lower-case hex
 */
public record LoggedReading(AuthorityId authority, CaseId caseId, Reading reading, String salt, String contentDigest) {

    /** Rejects absent parts. */
    public LoggedReading {
        Objects.requireNonNull(authority, "authority");
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(reading, "reading");
        Objects.requireNonNull(salt, "salt");
        Objects.requireNonNull(contentDigest, "contentDigest");
    }
}
