package se.ryggrad.api.cases;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.party.PartyId;
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
 * <p>It adds to {@link Cases} what the HTTP contract, messages and Mina sidor need of cases in their own process. A reading of
 * a document or an export is recorded as one of the case is.
 */
public interface CaseManagement extends Cases {

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

    /**
     * Returns one document that the caller may see.
     *
     * @param given tells whether anything of it is given out; where not, nothing is recorded
     */
    CaseDocument document(Caller caller, CaseId id, DocumentId document, Predicate<CaseDocument> given);

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
