package se.ryggrad.api.cases;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.ryggrad.api.cases.store.AuditEntry;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.AuthorityId;

/**
 * Lets the auditor of an authority read who has read its cases, as one log that shows if anything has been taken away or
 * changed (CASE-099 to CASE-102).
 *
 * <p>An authority answers for who reads its cases (GDPR articles 5.2 and 32), and keeps that it was read when the case
 * is gone (arkivlagen (1990:782) section 10). Whoever reads the log leaves nothing in it.
 *
 * <p>Thread-safe. Every method throws {@link se.ryggrad.api.RyggradException}: {@code forbidden} for anybody but an
 * officer who is auditor of the authority, which has to exist.
 */
public interface AccessAudit {

    /** Refuses whoever is no auditor of the authority; reads and seals nothing. */
    void requireAuditor(Caller caller, AuthorityId authority);

    /**
     * Gives every reading of a case of the authority that was answered before this its place in the log.
     *
     * @return the head of the log
     */
    Written<Seal> seal(Caller caller, Call call, Once<Seal> once);

    /**
     * Reads on from a position.
     *
     * @param after the position of an earlier answer for the same authority, exclusive; from the start when absent
     * @param limit how many at the most, from 1
     * @throws se.ryggrad.api.RyggradException also {@code malformed} for a position that this log never gave
     */
    Stretch read(Caller caller, AuthorityId authority, Optional<String> after, int limit);

    /**
     * Asks to seal; the body is looked at only after right and idempotency key are clear.
     *
     * @param authority whose log
     * @param body throws {@code validation} when the body is not what it should be
     */
    record Call(AuthorityId authority, Runnable body) {

        /** Rejects absent parts. */
        public Call {
            Objects.requireNonNull(authority, "authority");
            Objects.requireNonNull(body, "body");
        }
    }

    /**
     * Is the head of a log after a sealing, for whoever keeps it outside the system.
     *
     * @param authority whose log
     * @param sequence how many entries there are
     * @param hash the hash of the last one; 64 zeros while there is none
     * @param next the opaque position after it
     * @param sealedAt when it was sealed
     */
    record Seal(AuthorityId authority, long sequence, String hash, String next, Instant sealedAt) {}

    /**
     * Is a stretch of a log.
     *
     * @param items the entries, by sequence
     * @param next the opaque position to go on from
     */
    record Stretch(List<AuditEntry> items, String next) {

        /** Copies the items. */
        public Stretch {
            items = List.copyOf(items);
        }
    }
}
