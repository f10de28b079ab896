package se.ryggrad.core.cases.rules;

import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.JsonTree;

/** Gives a case its registry number (OSL 5:1). */
final class Registration {

    private Registration() {}

    static void register(Turn turn) {
        turn.check();
        String number = turn.around().registryNumber();
        turn.head(head -> head.registryNumber(number).status(CaseStatus.REGISTERED));
        turn.event(
                EventType.REGISTERED,
                JsonTree.object().put("registryNumber", number).build());
    }

    static void registerIfNew(Turn turn) {
        if (turn.current().head().status() == CaseStatus.SUBMITTED) {
            register(turn);
        }
    }
}
