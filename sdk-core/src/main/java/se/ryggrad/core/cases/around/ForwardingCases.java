package se.ryggrad.core.cases.around;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.CaseFile;
import se.ryggrad.api.cases.CaseManagement;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.FollowUp;
import se.ryggrad.api.cases.Precondition;
import se.ryggrad.api.cases.Started;
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
 * Passes everything on to another {@link CaseManagement}, such as the {@link se.ryggrad.core.cases.CaseEngine}: for a case
 * system of a supplier's own that adds what it alone knows and leaves the rules where they are. Thread-safe as what it passes
 * on to.
 */
public abstract class ForwardingCases implements CaseManagement {

    private final CaseManagement cases;

    /** Passes on to {@code cases}. */
    protected ForwardingCases(CaseManagement cases) {
        this.cases = cases;
    }

    @Override
    public Written<Started> start(Caller caller, StartCall call, Once<Started> once) {
        return cases.start(caller, call, once);
    }

    @Override
    public CaseView find(Caller caller, CaseId id) {
        return cases.find(caller, id);
    }

    @Override
    public Page<CaseView> list(Caller caller, CaseQuery.Filter filter, PageRequest page) {
        return cases.list(caller, filter, page);
    }

    @Override
    public Page<CaseView> search(Caller caller, CaseQuery.Search search, PageRequest page) {
        return cases.search(caller, search, page);
    }

    @Override
    public Page<EventView> events(Caller caller, CaseId id, PageRequest page) {
        return cases.events(caller, id, page);
    }

    @Override
    public Page<Reading> accessLog(Caller caller, CaseId id, PageRequest page) {
        return cases.accessLog(caller, id, page);
    }

    @Override
    public Written<CaseView> act(
            Caller caller, CaseId id, ActionCall call, Optional<Precondition> precondition, Once<CaseView> once) {
        return cases.act(caller, id, call, precondition, once);
    }

    @Override
    public Written<Memo> memo(Caller caller, CaseId id, ActionCall call, Once<Memo> once) {
        return cases.memo(caller, id, call, once);
    }

    @Override
    public List<Memo> memos(Caller caller, CaseId id) {
        return cases.memos(caller, id);
    }

    @Override
    public Memo memo(Caller caller, CaseId id, UUID memo) {
        return cases.memo(caller, id, memo);
    }

    @Override
    public void requireVisible(Caller caller, CaseId id) {
        cases.requireVisible(caller, id);
    }

    @Override
    public Map<CaseId, Map<PartyId, Identity>> addressees(Caller caller, Set<CaseId> ids) {
        return cases.addressees(caller, ids);
    }

    @Override
    public CaseFile export(Caller caller, CaseId id) {
        return cases.export(caller, id);
    }

    @Override
    public CaseDocument document(Caller caller, CaseId id, DocumentId document, Predicate<CaseDocument> given) {
        return cases.document(caller, id, document, given);
    }

    @Override
    public void undelivered(PrincipalId principal, CaseId id, MessageId message, PartyId party) {
        cases.undelivered(principal, id, message, party);
    }

    @Override
    public FollowUp followUp(Caller caller, String followUpCode) {
        return cases.followUp(caller, followUpCode);
    }

    @Override
    public Written<FollowUp> followUp(Caller caller, String followUpCode, ActionCall call, Once<FollowUp> once) {
        return cases.followUp(caller, followUpCode, call, once);
    }
}
