package se.ryggrad.core.cases.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.cases.action.Ending;
import se.ryggrad.api.cases.action.MemoFate;
import se.ryggrad.api.cases.action.Unnotified;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.OfficerRef;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.core.cases.rules.review.DelayRules;
import se.ryggrad.core.cases.turn.Officers;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.JsonTree;

/** Ends a case, or begins it anew (HAND-028, HAND-033, HAND-036, HAND-039). */
final class EndingRules {

    private static final Set<String> GROUNDS = Set.of("change", "closed-in-error");

    private EndingRules() {}

    static void apply(Turn turn, Ending action) {
        if (action instanceof Ending.Decide decide) {
            DecidingRules.decide(turn, decide);
        } else if (action instanceof Ending.NotifyDecision notify) {
            Notifying.apply(turn, notify);
        } else if (action instanceof Ending.Complete complete) {
            complete(turn, complete);
        } else if (action instanceof Ending.Close close) {
            close(turn, close);
        } else if (action instanceof Ending.Withdraw withdraw) {
            Withdrawing.apply(turn, withdraw);
        } else if (action instanceof Ending.Reopen reopen) {
            reopen(turn, reopen);
        }
    }

    private static void complete(Turn turn, Ending.Complete action) {
        settleMemos(turn, action.memos());
        turn.become(turn.current().toBuilder().result(action.result()).build());
        DelayRules.end(turn, turn.moment().today());
        turn.event(
                EventType.COMPLETED,
                JsonTree.object()
                        .put("result", JsonTree.parse(action.result()))
                        .putAll(OpenRequests.lapse(turn))
                        .build());
        turn.head(head -> head.status(CaseStatus.CLOSED));
    }

    private static void close(Turn turn, Ending.Close action) {
        for (int place = 0; place < action.withoutNotification().size(); place++) {
            PartyId party = action.withoutNotification().get(place).party();
            if (turn.current().party(party).isEmpty()) {
                turn.fault("/withoutNotification/" + place + "/party", FaultCode.UNKNOWN_VALUE);
            }
        }
        if (!allTold(turn, action)) {
            throw Refusals.conflict("conflict.not-notified");
        }
        settleMemos(turn, action.memos());
        turn.event(EventType.CLOSED, untold(action));
        turn.head(head -> head.status(CaseStatus.CLOSED));
    }

    private static boolean allTold(Turn turn, Ending.Close action) {
        Optional<Decision> decision = turn.current().standingDecision();
        Set<PartyId> settled =
                action.withoutNotification().stream().map(Unnotified::party).collect(Collectors.toSet());
        decision.ifPresent(each -> each.notifications().stream()
                .filter(Decision.Notification::reached)
                .forEach(told -> settled.add(told.party())));
        return decision.map(each -> settled.containsAll(Notifying.due(turn.current(), each)))
                .orElse(true);
    }

    private static JsonTree.ObjectNode untold(Ending.Close action) {
        if (action.withoutNotification().isEmpty()) {
            return JsonTree.ObjectNode.EMPTY;
        }
        List<JsonTree.ObjectNode> parties = action.withoutNotification().stream()
                .map(each -> JsonTree.object()
                        .put("party", each.party().value().toString())
                        .put("ground", each.ground())
                        .build())
                .toList();
        return JsonTree.object().put("withoutNotification", parties).build();
    }

    private static void settleMemos(Turn turn, List<MemoFate> fates) {
        Map<UUID, Memo> waiting =
                turn.around().memos().stream().collect(Collectors.toMap(Memo::id, Function.identity()));
        Set<UUID> named = fates.stream().map(MemoFate::memo).collect(Collectors.toSet());
        for (int place = 0; place < fates.size(); place++) {
            if (!waiting.containsKey(fates.get(place).memo())) {
                turn.fault("/memos/" + place + "/memo", FaultCode.UNKNOWN_VALUE);
            }
        }
        if (!named.containsAll(waiting.keySet())) {
            turn.fault("/memos", FaultCode.REQUIRED);
        }
        turn.check();
        waiting.keySet().forEach(turn::remove);
        fates.stream()
                .filter(MemoFate::keep)
                .map(fate -> waiting.get(fate.memo()))
                .distinct()
                .forEach(memo -> turn.event(
                        EventType.NOTED,
                        JsonTree.object().put("text", memo.text()).build()));
    }

    private static void reopen(Turn turn, Ending.Reopen action) {
        if (!GROUNDS.contains(action.ground())) {
            turn.fault("/ground", FaultCode.UNKNOWN_VALUE);
        }
        turn.check();
        Optional<OfficerRef> kept = Officers.kept(turn);
        turn.head(head -> head.officer(kept).status(CaseStatus.IN_PROGRESS));
        turn.event(
                EventType.REOPENED,
                JsonTree.object()
                        .put("ground", action.ground())
                        .putText("text", action.text())
                        .build());
    }
}
