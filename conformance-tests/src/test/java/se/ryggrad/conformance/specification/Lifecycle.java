package se.ryggrad.conformance.specification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The table of actions, as transitions between statuses. */
final class Lifecycle {

    private final JsonNode table;

    Lifecycle(JsonNode table) {
        this.table = table;
    }

    /** Returns the statuses in order. */
    List<String> statuses() {
        List<String> ids = new ArrayList<>();
        table.path("statuses").forEach(status -> ids.add(status.path("id").asString()));
        return ids;
    }

    JsonNode status(int position) {
        return table.path("statuses").path(position);
    }

    JsonNode actors() {
        return table.path("actors");
    }

    JsonNode rows() {
        return table.path("rows");
    }

    /** Returns the arrows of the diagram: status changes, those from outside at position -1. */
    List<Arrow> arrows() {
        Map<List<Integer>, Arrow> arrows = new LinkedHashMap<>();
        for (JsonNode row : rows()) {
            for (int from : positions(row)) {
                row.path("to").forEach(to -> add(arrows, row, from, statuses().indexOf(to.asString())));
            }
        }
        return List.copyOf(arrows.values());
    }

    private List<Integer> positions(JsonNode row) {
        List<Integer> positions = new ArrayList<>();
        row.path("from").forEach(from -> positions.add(statuses().indexOf(from.asString())));
        return positions.isEmpty() ? List.of(-1) : positions;
    }

    private static void add(Map<List<Integer>, Arrow> arrows, JsonNode row, int from, int to) {
        if (to < 0 || to == from) {
            return;
        }
        arrows.computeIfAbsent(List.of(from, to), key -> new Arrow(from, to, new LinkedHashMap<>()))
                .actions()
                .merge(row.path("action").asString(), isLater(row), Boolean::logicalAnd);
    }

    /** Tells whether a row is laid down now and offered with a later version. */
    static boolean isLater(JsonNode row) {
        return row.path("offeredSince").asString().equals("later");
    }

    /**
     * An arrow of the diagram.
     *
     * @param from the position of the status, -1 for outside
     * @param to the position of the status
     * @param actions the actions that make this change; true for those offered later
     */
    record Arrow(int from, int to, Map<String, Boolean> actions) {

        boolean isBackward() {
            return to < from;
        }

        boolean isStep() {
            return to == from + 1;
        }

        int span() {
            return Math.abs(to - from);
        }
    }
}
