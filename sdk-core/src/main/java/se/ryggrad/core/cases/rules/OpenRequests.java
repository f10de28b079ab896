package se.ryggrad.core.cases.rules;

import java.util.List;
import java.util.UUID;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.JsonTree;

/** Changes the state of requests that await an answer. */
final class OpenRequests {

    private OpenRequests() {}

    /** Puts one request into {@code state}. */
    static void settle(Turn turn, UUID request, Request.State state) {
        Case current = turn.current();
        List<Request> changed = current.requests().stream()
                .map(each -> each.id().equals(request) ? each.in(state) : each)
                .toList();
        turn.become(current.toBuilder().requests(changed).build());
    }

    /** Lets all open requests lapse, because the case ends (HAND-019); tells which, if any. */
    static JsonTree.ObjectNode lapse(Turn turn) {
        List<Request> open = turn.current().openRequests();
        if (open.isEmpty()) {
            return JsonTree.ObjectNode.EMPTY;
        }
        open.forEach(request -> settle(turn, request.id(), Request.State.LAPSED));
        List<String> ids = open.stream().map(request -> request.id().toString()).toList();
        return JsonTree.object().putTexts("lapsed", ids).build();
    }

    /** Closes one request and tells so to those who could see it. */
    static void close(Turn turn, Request request, Request.State state, JsonTree.ObjectNode data) {
        settle(turn, request.id(), state);
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
