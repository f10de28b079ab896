package se.ryggrad.api.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.messaging.model.MessageId;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Manages cases: offered by the SDK's engine, or implemented by a supplier with an engine of its own;
 * either way the whole HTTP contract comes with it.
 *
 * <p>Thread-safe. Every method throws {@link se.ryggrad.api.RyggradException}; what the caller may not
 * see is {@code not-found}. The order of faults is the standard's: not-found, insufficient-assurance,
 * idempotency, precondition-required, stale-version, forbidden or state-conflict, validation.
 *
 * <p>Whoever reads a case, its events, a document of it, its export or its access log, or finds it by a search, and is no
 * party of it on their own behalf, is recorded once in that log before the method returns; where that fails the method
 * throws {@code unavailable}.
 */
public interface CaseManagement {

    /** Begins a case. */
    Written<Started> start(Caller caller, StartCall call, Once<Started> once);

    /** Returns the case as the caller may see it. */
    CaseView find(Caller caller, CaseId id);

    /**
     * Returns one page of the cases that the caller may see; views without form, documents, names of parties and allowed
     * actions.
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

    /** Refuses a case that the caller may not see; shows nothing of it, and so leaves no reading. */
    void requireVisible(Caller caller, CaseId id);

    /**
     * Returns who can be written to in some cases (MSG-005): the parties of each who have not ended and have an identity, by
     * their ids. Shows nothing else of the cases, and so leaves no reading. Registries are asked about the persons of all cases
     * at once.
     *
     * @return the cases but those in which an officer may not do {@code message} now, and those whose authority a system does not
     *     reach; none for anybody else
     */
    Map<CaseId, Map<PartyId, Identity>> addressees(Caller caller, Set<CaseId> ids);

    /** Returns the whole case, for those who may export it. */
    CaseFile export(Caller caller, CaseId id);

    /** Returns one page of who has read the case. */
    Page<Reading> accessLog(Caller caller, CaseId id, PageRequest page);

    /**
     * Returns one document that the caller may see.
     *
     * @param given tells whether anything of it is given out; where not, nothing is recorded
     */
    CaseDocument document(Caller caller, CaseId id, DocumentId document, Predicate<CaseDocument> given);

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

    /**
     * Notes in a case that a letter of its own cannot be delivered (MSG-042): once for each message, however often it is told.
     * Nothing happens where the case was disposed of.
     *
     * @param party to whom the letter was
     */
    void undelivered(PrincipalId principal, CaseId id, MessageId message, PartyId party);

    /** Returns the case that an anonymous submitter's code opens, with its messages. */
    FollowUp followUp(Caller caller, String followUpCode);

    /** Acts on the case that an anonymous submitter's code opens. */
    Written<FollowUp> followUp(Caller caller, String followUpCode, ActionCall call, Once<FollowUp> once);
}
