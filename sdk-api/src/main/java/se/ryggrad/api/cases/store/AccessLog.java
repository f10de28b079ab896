package se.ryggrad.api.cases.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Keeps who has read which case: for its parties as long as the case is kept, and for each authority as one log that
 * shows whether anything of it was changed. You plug it in.
 *
 * <p>Thread-safe. What cannot be recorded is not shown: a log that throws ends the request as {@code unavailable}. It is
 * written at each reading by an officer, a system or somebody who acts for a party, so let it be quick, and change
 * nothing of the case with it; whoever reads never waits for a sealing.
 *
 * <p>A reading gets its place in the log of its authority when it is sealed. From then on it stays there as it is, and
 * loses at the most what it tells.
 */
public interface AccessLog {

    /** Keeps readings, all of them or none; they are kept when this returns. */
    void record(PrincipalId principal, List<LoggedReading> readings);

    /**
     * Returns one page of the readings of a case, the latest first, those of one moment by their ids as text, descending;
     * the total only when it is asked for. What was forgotten is not among them.
     */
    Page<Reading> page(PrincipalId principal, CaseId id, PageRequest page);

    /** Returns all readings of a case in the same order, for the export. */
    List<Reading> all(PrincipalId principal, CaseId id);

    /**
     * Forgets what the readings of a case up to a moment told, which is when it was disposed of: content and salt are
     * gone, digest and place stay, and those without a place get theirs later. Nothing happens the second time.
     */
    void forget(PrincipalId principal, CaseId id, Instant until);

    /**
     * Gives a place to every reading of an authority that was kept before this was called and has none, each once, in any
     * order and without gaps, whoever else seals at the same time.
     *
     * <p>Needs no more memory for a million of them than for a thousand.
     *
     * @param chain says how the log goes on
     * @return the head, the same as before where there was nothing to seal
     */
    AuditHead seal(PrincipalId principal, AuthorityId authority, Chain chain);

    /** Returns the head of the log of an authority; {@link AuditHead#START} while it is empty. */
    AuditHead head(PrincipalId principal, AuthorityId authority);

    /**
     * Returns the entries of the log of an authority that follow a place, in order.
     *
     * @param after exclusive; 0 from the start
     * @param limit how many at the most
     */
    List<AuditEntry> sealed(PrincipalId principal, AuthorityId authority, long after, int limit);

    /** Returns what {@code claim}'s key is bound to, or nothing. */
    Optional<KeptAnswer> answer(Claim claim);

    /**
     * Binds {@code claim}'s key to the answer to a sealing, which speaks of no resource.
     *
     * @return what the key was bound to before; nothing when it is bound now
     */
    Optional<KeptAnswer> keep(Claim claim, Answer answer);

    /** Says how the log of an authority goes on. */
    @FunctionalInterface
    interface Chain {

        /** Returns the head after one more reading, of which the digest is {@code contentDigest}. */
        AuditHead after(AuditHead head, String contentDigest);
    }
}
