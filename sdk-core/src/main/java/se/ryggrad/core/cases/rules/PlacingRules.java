package se.ryggrad.core.cases.rules;

import java.util.Optional;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.OfficerRef;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.core.cases.turn.Officers;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.JsonTree;

/** Settles where a case lies: its number, its officer, its unit (HAND-008 to HAND-011). */
final class PlacingRules {

    private PlacingRules() {}

    static void apply(Turn turn, CaseAction.Placing action) {
        if (action instanceof CaseAction.Placing.Assign assign) {
            assign(turn, assign);
        } else if (action instanceof CaseAction.Placing.Reroute reroute) {
            reroute(turn, reroute);
        } else {
            Registration.register(turn);
        }
    }

    private static void assign(Turn turn, CaseAction.Placing.Assign action) {
        ActorId wanted = action.officer().orElse(turn.standing().actor().id());
        Optional<OfficerRef> officer = Officers.entitled(turn, wanted);
        if (officer.isEmpty()) {
            turn.fault("/officer", action.officer().isEmpty() ? FaultCode.REQUIRED : FaultCode.UNKNOWN_VALUE);
        }
        turn.check();
        Registration.registerIfNew(turn);
        turn.head(head -> head.officer(officer).status(CaseStatus.IN_PROGRESS));
        turn.event(
                EventType.ASSIGNED,
                JsonTree.object().put("officer", wanted.value()).build());
    }

    private static void reroute(Turn turn, CaseAction.Placing.Reroute action) {
        String from = turn.current().head().unit().value();
        boolean there = turn.around().authority().units().contains(action.unit());
        if (!there || from.equals(action.unit().value())) {
            turn.fault("/unit", FaultCode.UNKNOWN_VALUE);
        }
        turn.check();
        Registration.registerIfNew(turn);
        turn.head(head -> head.unit(action.unit()).officer(Optional.empty()).status(CaseStatus.REGISTERED));
        turn.event(
                EventType.REROUTED,
                JsonTree.object()
                        .put("from", from)
                        .put("to", action.unit().value())
                        .putText("text", action.text())
                        .build());
    }
}
