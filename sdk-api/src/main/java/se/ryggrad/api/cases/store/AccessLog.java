package se.ryggrad.api.cases.store;

import java.time.Instant;
import java.util.List;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Keeps who has read which case, as long as the case is kept. You plug it in.
 *
 * <p>Thread-safe. What cannot be recorded is not shown: a log that throws ends the request as {@code unavailable}. It is
 * written at each reading by an officer, a system or somebody who acts for a party, so let it be quick, and change
 * nothing of the case with it.
 */
public interface AccessLog {

    /** Keeps a reading; it is kept when this returns. */
    void record(PrincipalId principal, CaseId id, Reading reading);

    /**
     * Returns one page of the readings of a case, the latest first, those of one moment by their ids as text, descending;
     * the total only when it is asked for.
     */
    Page<Reading> page(PrincipalId principal, CaseId id, PageRequest page);

    /** Forgets the readings of a case up to a moment, which is when it was disposed of; nothing happens the second time. */
    void forget(PrincipalId principal, CaseId id, Instant until);

    /** Returns all readings of a case in the same order, for the export. */
    List<Reading> all(PrincipalId principal, CaseId id);
}
