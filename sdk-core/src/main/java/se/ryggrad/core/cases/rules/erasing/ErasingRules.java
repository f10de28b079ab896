package se.ryggrad.core.cases.rules.erasing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.ryggrad.api.cases.action.CaseAction.Erasing;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.law.Erasure;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.JsonTree;

/** Takes away parts of a case, or all of it (HAND-072 to HAND-079). */
public final class ErasingRules {

    private ErasingRules() {}

    /** Applies {@code action}. */
    public static void apply(Turn turn, Erasing action) {
        if (action instanceof Erasing.Redact redact) {
            redact(turn, redact);
        } else if (action instanceof Erasing.Dispose dispose) {
            dispose(turn, dispose);
        }
    }

    private static void redact(Turn turn, Erasing.Redact action) {
        List<CaseEvent> events = turn.around().events();
        Taken taken = Taken.of(turn, events, action.parts());
        turn.check();
        Erasure by = new Erasure(turn.moment().today(), action.decision(), action.ground());
        turn.become(without(turn.current(), taken, by));
        if (taken.events().stream().anyMatch(FormFold::gives)) {
            List<CaseEvent> left = events.stream()
                    .filter(event -> !taken.eventIds().contains(event.id()))
                    .toList();
            turn.become(turn.current().toBuilder()
                    .form(FormFold.of(left), turn.current().deficiencies())
                    .build());
        }
        turn.erase(new ChangeSet.Erased.Parts(by, taken.eventIds(), taken.documents()));
        turn.event(
                EventType.REDACTED,
                JsonTree.object()
                        .put("decision", by.decision())
                        .put("ground", by.ground())
                        .putTexts(
                                "parts",
                                action.parts().stream()
                                        .map(UUID::toString)
                                        .distinct()
                                        .toList())
                        .build());
    }

    private static Case without(Case subject, Taken taken, Erasure by) {
        Set<UUID> requests = taken.told(EventType.REQUESTED, "/data/request");
        Set<UUID> appeals = taken.told(EventType.APPEALED, "/data/appeal");
        Case.Builder left = subject.toBuilder()
                .documents(subject.documents().stream()
                        .map(document -> taken.documents().contains(document.id()) ? document.redacted(by) : document)
                        .toList())
                .requests(subject.requests().stream()
                        .map(request -> requests.contains(request.id()) ? request.redacted(by) : request)
                        .toList());
        subject.appeals().stream()
                .filter(appeal -> appeals.contains(appeal.id()))
                .forEach(appeal -> left.appeal(appeal.redacted(by)));
        return left.build();
    }

    private static void dispose(Turn turn, Erasing.Dispose action) {
        Erasure by = new Erasure(turn.moment().today(), action.decision(), action.ground());
        turn.become(turn.current().disposed(by));
        turn.erase(new ChangeSet.Erased.Whole(by));
        turn.event(
                EventType.DISPOSED,
                JsonTree.object()
                        .put("decision", by.decision())
                        .put("ground", by.ground())
                        .build());
    }
}
