package se.ryggrad.core.cases.rules;

import java.time.LocalDate;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.core.cases.turn.Outcome;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.JsonTree;

/** Lets requests expire the day after they were due (HAND-020). */
public final class Expiry {

    private Expiry() {}

    /** Expires every open request of the case that was due before today. */
    public static Outcome apply(Turn turn) {
        turn.automatic();
        turn.current().openRequests().stream()
                .filter(request -> due(request, turn.moment().today()))
                .forEach(
                        request -> OpenRequests.close(turn, request, Request.State.EXPIRED, JsonTree.ObjectNode.EMPTY));
        return turn.outcome();
    }

    private static boolean due(Request request, LocalDate today) {
        return request.dueOn().filter(day -> day.isBefore(today)).isPresent();
    }
}
