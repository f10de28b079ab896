package se.ryggrad.conformance.checks.table;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of actions that are good where the action is. */
final class Moves {

    private static final Set<String> RECORDED = Set.of(
            "supplement",
            "message",
            "demand-decision",
            "appeal",
            "withdraw",
            "answer-request",
            "approve",
            "refuse-approval");

    private Moves() {}

    /** Returns a body for an action by somebody in a seat, as the case now stands. */
    static ObjectNode body(String action, Seat seat, Scene scene) {
        JsonNode view = scene.view();
        ObjectNode body = body(action, view, scene);
        boolean recorded = seat == Seat.REGISTRAR || (seat != Seat.APPLICANT && !action.equals("message"));
        if (recorded && RECORDED.contains(action)) {
            body.put("for", party(view)).put("channel", "paper");
            body.put("receivedOn", Bodies.today().toString());
        }
        return body;
    }

    private static ObjectNode body(String action, JsonNode view, Scene scene) {
        ObjectNode body = Bodies.action(action);
        return switch (action) {
            case "assign" -> body.put("officer", scene.officerId());
            case "reroute" -> body.put("unit", "unit-a2");
            case "request" -> Bodies.request(party(view));
            case "answer-request" -> Bodies.answer(openRequest(view));
            case "close-request" -> body.put("request", openRequest(view));
            case "supplement", "message", "record-note", "memo", "notify-delay" ->
                body.put("text", "Text till " + action + ".");
            case "add-party" -> Bodies.addParty(bystander());
            case "change-party" -> Bodies.changeParty(newest(view), Json.object("name", "Nytt Namn"));
            case "end-party" -> Bodies.endParty(newest(view));
            case "approve", "refuse-approval" ->
                body.put("request", UUID.randomUUID().toString());
            case "dispense-approval" -> body.put("ground", "Föräldrabalken (1949:381) 6 kap. 13 a §");
            case "refuse-demand" -> body.set("reasons", Json.object("text", "En remiss väntar."));
            case "decide" -> decision(view);
            case "notify-decision" -> Bodies.notifyDecision(last(view, "decisions"), party(view));
            case "record-service" ->
                body.put("decision", unserved(view))
                        .put("party", party(view))
                        .put("servedOn", Bodies.today().toString());
            case "acknowledge-receipt" -> body.put("decision", unserved(view));
            case "correct-decision" -> Bodies.correct(last(view, "decisions"), "Rättat.");
            case "change-decision" -> change(view);
            case "appeal" -> body.put("decision", last(view, "decisions")).put("text", "Jag överklagar.");
            case "dismiss-appeal" -> body.put("appeal", appeal(view)).set("reasons", Json.object("text", "För sent."));
            case "forward-appeal" -> body.put("appeal", appeal(view)).put("to", "Förvaltningsrätten");
            case "record-ruling" ->
                body.put("appeal", appeal(view))
                        .put("outcome", "upheld")
                        .put("ruledOn", Bodies.today().toString());
            case "complete" -> body.set("result", Json.object("text", "Lagat."));
            case "close" -> closing(view);
            case "reopen" -> body.put("ground", "closed-in-error");
            case "redact" -> Bodies.redact(UUID.randomUUID().toString());
            case "dispose" -> Bodies.dispose();
            default -> body;
        };
    }

    private static ObjectNode decision(JsonNode view) {
        ObjectNode body = Bodies.approve();
        finals(view).reduce((earlier, later) -> later).ifPresent(id -> body.put("replaces", id));
        return body;
    }

    private static ObjectNode change(JsonNode view) {
        JsonNode old = Model.changeable(view).orElseGet(Json::object);
        return Bodies.change(old.path("id").asString(UUID.randomUUID().toString()), "clearly-incorrect")
                .put("outcome", old.path("outcome").asString("approved"));
    }

    private static ObjectNode closing(JsonNode view) {
        JsonNode without = Json.object("party", party(view), "ground", "Adressen är okänd.");
        return Bodies.action("close").set("withoutNotification", Json.array(without));
    }

    private static Stream<String> finals(JsonNode view) {
        return view.path("decisions").values().stream()
                .filter(d -> d.path("kind").asString("").equals("final"))
                .map(d -> d.path("id").asString(""));
    }

    private static String party(JsonNode view) {
        return view.at("/parties/0/id").asString(UUID.randomUUID().toString());
    }

    /** Returns somebody without rights, so that nobody else can do more or less for their sake. */
    private static ObjectNode bystander() {
        return Json.object("role", "concerned", "identity", Json.object("scheme", "none"), "rights", Json.array());
    }

    /** Returns the party who came last of those that have not ended. */
    private static String newest(JsonNode view) {
        return Model.active(view)
                .reduce((earlier, later) -> later)
                .map(party -> party.path("id").asString(""))
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private static String unserved(JsonNode view) {
        return Model.unserved(view)
                .map(d -> d.path("id").asString(""))
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private static String appeal(JsonNode view) {
        List<JsonNode> appeals = view.path("appeals").values().stream().toList();
        return Stream.of("open", "forwarded")
                .flatMap(state -> appeals.stream()
                        .filter(a -> a.path("state").asString("").equals(state)))
                .map(a -> a.path("id").asString(""))
                .findFirst()
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private static String openRequest(JsonNode view) {
        return view.at("/waitingFor/0/request").asString(UUID.randomUUID().toString());
    }

    private static String last(JsonNode view, String list) {
        int last = view.path(list).size() - 1;
        return view.path(list).path(last).path("id").asString(UUID.randomUUID().toString());
    }
}
