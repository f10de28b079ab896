package se.ryggrad.core.cases.rules;

import java.time.LocalDate;
import java.util.List;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.core.cases.turn.Outcome;
import se.ryggrad.core.cases.turn.Requests;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.JsonTree;

/** Changes the state of requests that await an answer. */
public final class OpenRequests {

    private OpenRequests() {}

    /** Expires every open request of the case that was due before today (HAND-020). */
    public static Outcome expire(Turn turn) {
        turn.automatic();
        turn.current().openRequests().stream()
                .filter(request -> due(request, turn.moment().today()))
                .forEach(request -> close(turn, request, Request.State.EXPIRED, JsonTree.ObjectNode.EMPTY));
        return turn.outcome();
    }

    private static boolean due(Request request, LocalDate today) {
        return request.runsUntil().filter(day -> day.isBefore(today)).isPresent();
    }

    /** Lets all open requests lapse, because the case ends (HAND-019); tells which, if any. */
    static JsonTree.ObjectNode lapse(Turn turn) {
        List<Request> open = turn.current().openRequests();
        if (open.isEmpty()) {
            return JsonTree.ObjectNode.EMPTY;
        }
        open.forEach(request -> Requests.change(turn, request.in(Request.State.LAPSED)));
        List<String> ids = open.stream().map(request -> request.id().toString()).toList();
        return JsonTree.object().putTexts("lapsed", ids).build();
    }

    /** Closes one request and tells so to those who could see it. */
    static void close(Turn turn, Request request, Request.State state, JsonTree.ObjectNode data) {
        Requests.change(turn, request.in(state));
        turn.event(
                EventType.REQUEST_CLOSED,
                turn.moment().today(),
                request.audience(),
                request.secrecy(),
                JsonTree.object()
                        .put("request", request.id().toString())
                        .put("state", state.code())
                        .putAll(data)
                        .build());
    }
}
