package se.ryggrad.api.cases.store;

import java.util.Objects;
import java.util.Optional;
import se.ryggrad.api.cases.model.CaseId;

/**
 * Is a reading that has its place in the access log of an authority (CASE-100). Nothing of it ever changes, but that a
 * disposal takes away what it told (CASE-102).
 *
 * @param sequence its place, from 1
 * @param told what was read and by whom; absent when the case has been disposed of since
 * @param contentDigest SHA-256 of salt and content, lower-case hex
 * @param hash SHA-256 of the hash before, the sequence and the content's digest, lower-case hex
 */
public record AuditEntry(long sequence, Optional<Told> told, String contentDigest, String hash) {

    /** Rejects absent parts. */
    public AuditEntry {
        Objects.requireNonNull(told, "told");
        Objects.requireNonNull(contentDigest, "contentDigest");
        Objects.requireNonNull(hash, "hash");
    }

    /**
     * Is what an entry tells.
     *
     * @param caseId the case that was read
     * @param reading that it was read
     * @param salt what the digest begins with, lower-case hex
     */
    public record Told(CaseId caseId, Reading reading, String salt) {}
}
