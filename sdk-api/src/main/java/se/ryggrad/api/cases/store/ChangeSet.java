package se.ryggrad.api.cases.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.law.Erasure;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.catalog.RepresentationRule;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.messaging.model.Message;

/**
 * Holds all that one write leaves: it is committed whole or not at all.
 *
 * @param after the case afterwards
 * @param expected the version it was read at; {@link Version#NONE} for a new case
 * @param assurance the level that reading the case asks for; absent where none is needed
 * @param representedBy who may see the case for its parties
 * @param secret whether its service names secrecy
 * @param events the new events, in order
 * @param used the uploaded documents that the case takes in
 * @param memos what happens to working papers
 * @param erased what is taken away of what was kept before; absent where nothing is
 * @param letters the letters that the write sends; kept as messages in the same transaction
 * @param kept the idempotency claim and its answer; absent for acts of the system itself
 * @param traceparent the trace that the feed's events carry
 */
public record ChangeSet(
        Case after,
        Version expected,
        Optional<AssuranceLevel> assurance,
        RepresentationRule representedBy,
        boolean secret,
        List<CaseEvent> events,
        Set<DocumentId> used,
        Memos memos,
        Optional<Erased> erased,
        List<Message> letters,
        Optional<Kept> kept,
        String traceparent) {

    /** Copies the collections. */
    public ChangeSet {
        events = List.copyOf(events);
        used = Set.copyOf(used);
        letters = List.copyOf(letters);
    }

    /** Creates a change that erases nothing and sends no letter. */
    public ChangeSet(
            Case after,
            Version expected,
            Optional<AssuranceLevel> assurance,
            RepresentationRule representedBy,
            boolean secret,
            List<CaseEvent> events,
            Set<DocumentId> used,
            Memos memos,
            Optional<Kept> kept,
            String traceparent) {
        this(
                after,
                expected,
                assurance,
                representedBy,
                secret,
                events,
                used,
                memos,
                Optional.empty(),
                List.of(),
                kept,
                traceparent);
    }

    /** Returns the same change with a key that is bound to its answer. */
    public ChangeSet keeping(Kept bound) {
        return new ChangeSet(
                after,
                expected,
                assurance,
                representedBy,
                secret,
                events,
                used,
                memos,
                erased,
                letters,
                Optional.of(bound),
                traceparent);
    }

    /**
     * Says what is taken away for good: of an event all that it told, of a document its content and what is known of it,
     * and of each answer of the case that was kept before, its text.
     */
    public sealed interface Erased {

        /** Returns on what it rests. */
        Erasure by();

        /** Returns whether {@code event}, which was kept before, is erased. */
        boolean takes(CaseEvent event);

        /**
         * Takes parts of the case.
         *
         * @param by on what it rests
         * @param events the events
         * @param documents the documents
         */
        record Parts(Erasure by, Set<UUID> events, Set<DocumentId> documents) implements Erased {
            /** Copies the ids. */
            public Parts {
                events = Set.copyOf(events);
                documents = Set.copyOf(documents);
            }

            @Override
            public boolean takes(CaseEvent event) {
                return events.contains(event.id());
            }
        }

        /**
         * Takes all that was kept of the case before: every event and document, working papers and readings too.
         *
         * @param by on what it rests
         */
        record Whole(Erasure by) implements Erased {
            @Override
            public boolean takes(CaseEvent event) {
                return true;
            }
        }
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
