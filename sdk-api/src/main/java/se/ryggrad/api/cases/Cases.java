package se.ryggrad.api.cases;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;

/**
 * Begins cases, reads them and acts on them, wherever they are kept: in this process ({@link CaseManagement}), or in another
 * system that meets the standard, over HTTP. One contract holds for both.
 *
 * <p>Thread-safe. Every method throws {@link se.ryggrad.api.RyggradException}; what the caller may not
 * see is {@code not-found}. The order of faults is the standard's: not-found, insufficient-assurance,
 * idempotency, precondition-required, stale-version, forbidden or state-conflict, validation.
 *
 * <p>Whoever reads a case, its events or its access log, or finds it by a search, and is no party of it on their own behalf, is
 * recorded once in that log before the method returns; where that fails the method throws {@code unavailable}.
 */
public interface Cases {

    /** Begins a case. */
    Written<Started> start(Caller caller, StartCall call, Once<Started> once);

    /** Returns the case as the caller may see it. */
    CaseView find(Caller caller, CaseId id);

    /**
     * Returns one page of the cases that the caller may see; views without form, documents, names of parties and allowed
     * actions. What the standard does not show of a case in a list (CASE-020) is not to be relied on.
     */
    Page<CaseView> list(Caller caller, CaseQuery.Filter filter, PageRequest page);

    /**
     * Returns one page of the cases that an officer may read by {@code case-officer} in the unit, {@code registrar}, {@code
     * archivist} or {@code contact-centre} and that have what is searched for; views and order are those of {@link #list}
     * (CASE-096, CASE-098). Empty where nothing is found, whether or not there is such a case.
     *
     * @throws se.ryggrad.api.RyggradException {@code forbidden} for a caller who is no officer
     */
    Page<CaseView> search(Caller caller, CaseQuery.Search search, PageRequest page);

    /** Returns one page of the timeline. */
    Page<EventView> events(Caller caller, CaseId id, PageRequest page);

    /** Returns one page of who has read the case. */
    Page<Reading> accessLog(Caller caller, CaseId id, PageRequest page);

    /**
     * Acts on a case.
     *
     * @param precondition absent when the caller gave none: refused as {@code precondition-required}
     *     where the action needs one
     */
    Written<CaseView> act(
            Caller caller, CaseId id, ActionCall call, Optional<Precondition> precondition, Once<CaseView> once);

    /** Keeps a working paper; it changes nothing that a party can see. */
    Written<Memo> memo(Caller caller, CaseId id, ActionCall call, Once<Memo> once);

    /** Returns the working papers of a case, for its officers. */
    List<Memo> memos(Caller caller, CaseId id);

    /** Returns one working paper. */
    Memo memo(Caller caller, CaseId id, UUID memo);
}
