package se.ryggrad.core.cases.turn;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.core.cases.chain.EventDraft;

/**
 * Is what an act leaves, before its events are sealed.
 *
 * @param after the case afterwards, but for what the chain sets
 * @param events what happened, in order
 * @param used the documents that the case takes in
 * @param memos what happens to working papers
 * @param erased what is taken away of what was kept before
 * @param letters the letters that are sent
 */
public record Outcome(
        Case after,
        List<EventDraft> events,
        Set<DocumentId> used,
        ChangeSet.Memos memos,
        Optional<ChangeSet.Erased> erased,
        List<Message> letters) {

    /** Copies the collections. */
    public Outcome {
        events = List.copyOf(events);
        used = Set.copyOf(used);
        letters = List.copyOf(letters);
    }

    /** Returns the same with another case afterwards. */
    public Outcome leaving(Case changed) {
        return new Outcome(changed, events, used, memos, erased, letters);
    }
}
