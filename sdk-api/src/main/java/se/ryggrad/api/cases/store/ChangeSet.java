package se.ryggrad.api.cases.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.catalog.RepresentationRule;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.identity.AssuranceLevel;

/**
 * Holds all that one write leaves: it is committed whole or not at all.
 *
 * @param after the case afterwards
 * @param expected the version it was read at; {@link Version#NONE} for a new case
 * @param assurance the level that reading the case asks for; absent where none is needed
 * @param representedBy who may see the case for its parties
 * @param events the new events, in order
 * @param used the uploaded documents that the case takes in
 * @param memos what happens to working papers
 * @param kept the idempotency claim and its answer; absent for acts of the system itself
 * @param traceparent the trace that the feed's events carry
 */
public record ChangeSet(
        Case after,
        Version expected,
        Optional<AssuranceLevel> assurance,
        RepresentationRule representedBy,
        List<CaseEvent> events,
        Set<DocumentId> used,
        Memos memos,
        Optional<Kept> kept,
        String traceparent) {

    /** Copies the collections. */
    public ChangeSet {
        events = List.copyOf(events);
        used = Set.copyOf(used);
    }

    /**
     * Binds an idempotency key to its answer.
     *
     * @param claim the claim
     * @param answer the answer to give to every replay
     */
    public record Kept(Claim claim, Answer answer) {}

    /**
     * Says what happens to working papers.
     *
     * @param added new ones
     * @param removed those that are kept as notes, or deleted
     */
    public record Memos(List<Memo> added, Set<UUID> removed) {

        /** Nothing happens. */
        public static final Memos NONE = new Memos(List.of(), Set.of());

        /** Copies the collections. */
        public Memos {
            added = List.copyOf(added);
            removed = Set.copyOf(removed);
        }
    }
}
