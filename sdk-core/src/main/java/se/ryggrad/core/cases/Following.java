package se.ryggrad.core.cases;

import java.util.List;
import java.util.stream.Stream;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.FollowUp;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.store.CaseStore;
import se.ryggrad.core.cases.access.Situation;
import se.ryggrad.core.cases.access.Views;

/** Shows an anonymous submitter the case with its messages (CASE-038). */
final class Following {

    private final CaseStore store;

    Following(CaseStore store) {
        this.store = store;
    }

    /**
     * Returns what the follower sees.
     *
     * @param view the case as it is to be shown
     * @param added events that are about to be written
     */
    FollowUp of(Situation situation, CaseView view, List<CaseEvent> added) {
        Case subject = situation.current();
        Stream<CaseEvent> kept = store.allEvents(subject.head().principal(), subject.id()).stream();
        List<EventView> messages = Stream.concat(kept, added.stream())
                .filter(event ->
                        event.type() == EventType.MESSAGE_ADDED && event.told().isPresent())
                .map(Views.events(situation))
                .filter(event -> !event.withheld())
                .toList();
        return new FollowUp(view, messages);
    }
}
