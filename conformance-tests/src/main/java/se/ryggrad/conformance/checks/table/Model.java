package se.ryggrad.conformance.checks.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.ryggrad.conformance.contract.Table;
import se.ryggrad.conformance.fixture.Bodies;
import tools.jackson.databind.JsonNode;

/** What the table of actions says that somebody may do with a case as it stands. */
final class Model {

    private static final Table TABLE = Table.load();

    private Model() {}

    /** Returns the actions that somebody may do now, in the table's order. */
    static List<String> allowed(Seat seat, Scene scene) {
        JsonNode view = scene.view();
        boolean assigned = view.at("/officer/officer").asString("").equals(scene.officerId());
        Set<String> kinds = new HashSet<>(seat.kinds());
        if (seat == Seat.COLLEAGUE || (seat == Seat.OFFICER && !assigned)) {
            kinds.removeAll(Set.of("assigned-officer", "recorder"));
        }
        return TABLE.offered().stream()
                .filter(row -> row.from().contains(view.path("status").asString("")))
                .filter(row -> row.tracks().contains(view.path("track").asString("")))
                .filter(row -> fits(row, kinds) && guard(row.action(), kinds, view))
                .map(Table.Row::action)
                .distinct()
                .toList();
    }

    /** Tells whether the table names somebody in that seat for the action at all. */
    static boolean ever(Seat seat, String action) {
        return fits(TABLE.row(action), seat.kinds());
    }

    /** Returns the actions that this version of the standard offers, in order. */
    static List<String> actions() {
        return TABLE.actions().stream().distinct().toList();
    }

    /** Returns the row of an action. */
    static Table.Row row(String action) {
        return TABLE.row(action);
    }

    /** Returns the parties that have not ended. */
    static Stream<JsonNode> active(JsonNode view) {
        return view.path("parties").values().stream().filter(party -> !party.has("until"));
    }

    /** Returns the decision that a party was notified of and has not received yet. */
    static Optional<JsonNode> unserved(JsonNode view) {
        return view.path("decisions").values().stream()
                .filter(d -> !d.path("notifications").isEmpty()
                        && d.path("notifications").values().stream().noneMatch(n -> n.has("servedOn")))
                .findFirst();
    }

    /** Returns the decision that can be changed: about the matter, not replaced, and not handed over. */
    static Optional<JsonNode> changeable(JsonNode view) {
        List<String> replaced = view.path("decisions").values().stream()
                .map(d -> d.path("replaces").asString(""))
                .toList();
        return view.path("decisions").values().stream()
                .filter(d -> !replaced.contains(d.path("id").asString("")))
                .filter(d -> !d.path("kind").asString("").equals("procedural"))
                .filter(d -> !handedOver(view, d.path("id").asString(""), true))
                .findFirst();
    }

    private static boolean handedOver(JsonNode view, String decision, boolean itself) {
        boolean over = view.path("appeals").values().stream()
                .filter(a -> a.path("decision").asString("").equals(decision))
                .map(a -> a.path("state").asString(""))
                .anyMatch(state -> state.equals("forwarded") || (itself && state.equals("ruled")));
        return over
                || view.path("decisions").values().stream()
                        .filter(d -> d.path("id").asString("").equals(decision) && d.has("replaces"))
                        .anyMatch(d -> handedOver(view, d.path("replaces").asString(""), false));
    }

    /** Returns the appeals in some states. */
    private static boolean appeal(JsonNode view, String... states) {
        return view.path("appeals").values().stream()
                .anyMatch(a -> List.of(states).contains(a.path("state").asString("")));
    }

    private static boolean demandable(JsonNode view) {
        String from = view.path("demandFrom").asString("9999");
        return from.compareTo(Bodies.today().toString()) <= 0
                && view.path("deadlines").isEmpty()
                && view.path("decisions").values().stream()
                        .noneMatch(d -> d.path("kind").asString("").equals("final"));
    }

    private static boolean fits(Table.Row row, Set<String> kinds) {
        return row.by().stream().anyMatch(kinds::contains);
    }

    private static boolean guard(String action, Set<String> kinds, JsonNode view) {
        boolean waiting = !view.path("waitingFor").isEmpty();
        boolean undecidable = view.at("/service/id").asString("").equals("conformance-anonymous");
        return switch (action) {
            // Scenes ask the applicant only: the answer is the applicant's, or recorded for the applicant.
            case "answer-request" -> waiting && (kinds.contains("addressee") || kinds.contains("recorder"));
            case "close-request" -> waiting;
            case "decide" -> !undecidable;
            case "complete" -> undecidable;
            case "record-note" ->
                !view.path("status").asString("").equals("closed") || appeal(view, "open", "forwarded");
            case "record-service", "acknowledge-receipt" -> unserved(view).isPresent();
            case "appeal" -> !view.path("decisions").isEmpty();
            case "dismiss-appeal" ->
                view.path("appeals").values().stream()
                        .anyMatch(a -> a.path("late").asBoolean(false)
                                && a.path("state").asString("").equals("open"));
            case "forward-appeal" -> appeal(view, "open");
            case "record-ruling" -> appeal(view, "open", "forwarded");
            case "change-party", "end-party" -> active(view).findAny().isPresent();
            case "change-decision" -> changeable(view).isPresent();
            case "notify-decision", "correct-decision" ->
                !view.path("decisions").isEmpty();
            // No scene is of a service where several must agree.
            case "approve", "refuse-approval", "dispense-approval" -> false;
            case "demand-decision" -> demandable(view);
            case "refuse-demand" -> view.path("deadlines").values().stream().anyMatch(d -> !d.has("endedOn"));
            default -> true;
        };
    }
}
