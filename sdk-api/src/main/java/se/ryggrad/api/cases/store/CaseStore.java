package se.ryggrad.api.cases.store;

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
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.registry.Protection;

/**
 * Keeps cases, their events, answers and working papers. You plug it in.
 *
 * <p>Thread-safe. A store that cannot be reached, or that waits too long for another transaction, throws
 * {@code unavailable}.
 */
public interface CaseStore {

    /**
     * Returns the case, each party with what registries last answered of their protection, or nothing when {@code
     * principal} has none with this id.
     */
    Optional<Case> find(PrincipalId principal, CaseId id);

    /** Returns the case that an anonymous submitter's code belongs to, or nothing. */
    Optional<Case> findByFollowUp(PrincipalId principal, String followUpDigest);

    /** Returns one page of the cases in sight that have what is searched for. */
    Page<Case> list(CaseQuery query);

    /** Returns one page of the events of a case, sequence ascending. */
    Page<CaseEvent> events(PrincipalId principal, CaseId id, PageRequest page);

    /** Returns all events of a case, sequence ascending. */
    List<CaseEvent> allEvents(PrincipalId principal, CaseId id);

    /**
     * Returns cases that are not closed and hold an open request that was due before {@code day}.
     *
     * @param limit how many at the most
     */
    List<Case> overdue(PrincipalId principal, LocalDate day, int limit);

    /**
     * Returns persons who are parties of cases that {@code query} finds and about whom registries were not asked yet, or
     * were silent; at most as many as its page holds.
     */
    Set<Identity> unanswered(CaseQuery query);

    /**
     * Keeps what registries answered about persons, in every case of theirs, for lists and for the case as it is read
     * next; nothing else of a case changes, not its version. A silence takes no answer's place.
     */
    void learn(PrincipalId principal, Map<Identity, Protection> answers);

    /** Returns the working papers of a case, oldest first. */
    List<Memo> memos(PrincipalId principal, CaseId id);

    /** Returns what {@code claim}'s key is bound to, or nothing. */
    Optional<KeptAnswer> answer(Claim claim);

    /**
     * Returns a registry number that no case of the authority has had; gaps are allowed.
     *
     * @param prefix what it begins with
     * @param day the day of registration, for its year
     */
    String nextRegistryNumber(PrincipalId principal, AuthorityId authority, String prefix, LocalDate day);

    /**
     * Writes a change in one transaction: claim first, then case, events, documents, working papers,
     * letters, answer, and the feed's position last. The letters are then kept as {@link
     * se.ryggrad.api.messaging.store.MessageStore} keeps messages; in a system without one there are none.
     *
     * <p>What the change erases is gone with the same transaction: from events, documents, working papers, what readings
     * told that are kept beside the cases, and from the answers of the case that were kept before, of which the key and the
     * resource stay.
     *
     * <p>A party about whom no registry was asked gets what was last answered about them in another case.
     *
     * <p>Of two at once with the same key the later waits up to 10 seconds for the first, then throws
     * {@code unavailable}.
     */
    Commit commit(ChangeSet change);
}
