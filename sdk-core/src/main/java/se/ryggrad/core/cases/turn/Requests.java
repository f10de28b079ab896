package se.ryggrad.core.cases.turn;

import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.model.Request.Addressee;
import se.ryggrad.core.json.JsonTree;

/** Puts requests into a case, and changes them. */
public final class Requests {

    private Requests() {}

    /** Adds {@code request} and tells of it to those who may see it. */
    public static void add(Turn turn, Request request) {
        add(turn, request, JsonTree.ObjectNode.EMPTY);
    }

    /** Adds {@code request} and tells of it, and of {@code more}, to those who may see it. */
    public static void add(Turn turn, Request request, JsonTree.ObjectNode more) {
        turn.become(turn.current().toBuilder().addRequest(request).build());
        JsonTree.ObjectNode told =
                JsonTree.object().putAll(data(request)).putAll(more).build();
        turn.event(EventType.REQUESTED, turn.moment().today(), request.audience(), request.secrecy(), told);
    }

    /** Puts {@code changed} in the place of the request with its id. */
    public static void change(Turn turn, Request changed) {
        turn.become(turn.current().toBuilder().request(changed).build());
    }

    private static JsonTree.ObjectNode data(Request request) {
        return JsonTree.object()
                .put("request", request.id().toString())
                .put("kind", request.kind().code())
                .put("addressee", addressee(request.addressee()))
                .putIf("representative", request.representative().map(Requests::representative))
                .put("text", request.text())
                .putIf("form", request.form().map((JsonText form) -> JsonTree.parse(form)))
                .putTexts(
                        "material",
                        request.material().stream()
                                .map(document -> document.value().toString())
                                .toList())
                .putText("dueOn", request.dueOn().map(Object::toString))
                .putText("consequence", request.consequence())
                .build();
    }

    private static JsonTree representative(Request.Representative asked) {
        return JsonTree.object()
                .put("id", asked.id().value())
                .put("right", asked.right().code())
                .build();
    }

    private static JsonTree addressee(Addressee addressee) {
        if (addressee instanceof Addressee.OfParty to) {
            return JsonTree.object().put("party", to.party().value().toString()).build();
        }
        if (addressee instanceof Addressee.OfUnit to) {
            return JsonTree.object().put("unit", to.unit().value()).build();
        }
        return JsonTree.object()
                .put("name", ((Addressee.OfName) addressee).name())
                .build();
    }
}
