package se.ryggrad.core.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.CaseStore;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.cases.store.Commit;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.registry.Protection;

/** Is a store of cases that tells when something was written, after it was: whoever is told must be quick. Thread-safe. */
public final class RingingCaseStore implements CaseStore {

    private final CaseStore cases;
    private final Runnable ring;

    /** Creates the store over {@code cases}. */
    public RingingCaseStore(CaseStore cases, Runnable ring) {
        this.cases = cases;
        this.ring = ring;
    }

    @Override
    public Optional<Case> find(PrincipalId principal, CaseId id) {
        return cases.find(principal, id);
    }

    @Override
    public Optional<Case> findByFollowUp(PrincipalId principal, String followUpDigest) {
        return cases.findByFollowUp(principal, followUpDigest);
    }

    @Override
    public Page<Case> list(CaseQuery query) {
        return cases.list(query);
    }

    @Override
    public Page<CaseEvent> events(PrincipalId principal, CaseId id, PageRequest page) {
        return cases.events(principal, id, page);
    }

    @Override
    public List<CaseEvent> allEvents(PrincipalId principal, CaseId id) {
        return cases.allEvents(principal, id);
    }

    @Override
    public List<Case> overdue(PrincipalId principal, LocalDate day, int limit) {
        return cases.overdue(principal, day, limit);
    }

    @Override
    public Set<Identity> unanswered(CaseQuery query) {
        return cases.unanswered(query);
    }

    @Override
    public void learn(PrincipalId principal, Map<Identity, Protection> answers) {
        cases.learn(principal, answers);
    }

    @Override
    public List<Memo> memos(PrincipalId principal, CaseId id) {
        return cases.memos(principal, id);
    }

    @Override
    public Optional<KeptAnswer> answer(Claim claim) {
        return cases.answer(claim);
    }

    @Override
    public String nextRegistryNumber(PrincipalId principal, AuthorityId authority, String prefix, LocalDate day) {
        return cases.nextRegistryNumber(principal, authority, prefix, day);
    }

    @Override
    public Commit commit(ChangeSet change) {
        Commit commit = cases.commit(change);
        if (commit instanceof Commit.Done) {
            ring.run();
        }
        return commit;
    }
}
