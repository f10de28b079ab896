package se.ryggrad.conformance.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Writes the table of actions: what is possible in which status, and each row in full. */
final class LifecycleTables {

    private final Lifecycle lifecycle;
    private final Labels labels;

    LifecycleTables(Lifecycle lifecycle, Labels labels) {
        this.lifecycle = lifecycle;
        this.labels = labels;
    }

    /** Returns one row for each row of the lifecycle, one column for each status. */
    String matrix() {
        List<String> headers = new ArrayList<>();
        headers.add(labels.text("action"));
        lifecycle.statuses().forEach(status -> headers.add(Html.code(status)));
        Table table = new Table(labels.text("matrix.caption"), headers.toArray(String[]::new)).styled("matrix");
        lifecycle.rows().forEach(row -> table.row("", cells(row)));
        return table.html();
    }

    private List<String> cells(JsonNode row) {
        List<String> cells = new ArrayList<>();
        cells.add("<a href=\"#row-" + id(row) + "\">" + id(row) + "</a>" + later(row));
        List<String> from = strings(row.path("from"));
        for (String status : lifecycle.statuses()) {
            cells.add(cell(row, status, from));
        }
        return cells;
    }

    private String cell(JsonNode row, String status, List<String> from) {
        List<String> to = strings(row.path("to"));
        if (from.isEmpty() && to.contains(status)) {
            return "<span class=\"begins\">" + labels.text("matrix.begins") + "</span>";
        }
        if (!from.contains(status)) {
            return "<span class=\"no\">–</span>";
        }
        return to.stream()
                .map(next -> next.equals("same") || next.equals(status) ? labels.text("matrix.same") : "→ " + next)
                .collect(Collectors.joining("<br>"));
    }

    /** Returns every row in full, grouped as sections that can be linked to. */
    String rows() {
        Table table = new Table(
                labels.text("rows.caption"),
                labels.text("action"),
                labels.text("rows.by"),
                labels.text("rows.what"),
                labels.text("rows.body"),
                labels.text("rows.event"),
                labels.text("rows.law"));
        lifecycle
                .rows()
                .forEach(row -> table.row(
                        "row-" + id(row),
                        List.of(id(row) + later(row), by(row), what(row), body(row), event(row), law(row))));
        return table.styled("rows").html();
    }

    private static String by(JsonNode row) {
        String who = strings(row.path("by")).stream()
                .map(actor -> "<a href=\"#actor-" + actor + "\">" + actor + "</a>")
                .collect(Collectors.joining(", "));
        String right = row.path("right").asString("");
        String scope = row.path("scope").asString("");
        return who
                + (right.isEmpty() ? "" : "<br>right: " + Html.code(right))
                + (scope.isEmpty() ? "" : "<br>scope: " + Html.code(scope));
    }

    private String what(JsonNode row) {
        String guard = row.path("guard").isObject() ? labels.language().pick(row.path("guard")) : "";
        return Html.escape(labels.language().pick(row.path("text")))
                + (guard.isEmpty() ? "" : " <span class=\"guard\">" + Prose.inline(guard) + "</span>");
    }

    private static String body(JsonNode row) {
        List<String> required = strings(row.path("body").path("required"));
        return row.path("body").path("members").properties().stream()
                .map(member -> required.contains(member.getKey())
                        ? "<strong>" + Html.code(member.getKey()) + "</strong>"
                        : Html.code(member.getKey()))
                .collect(Collectors.joining(" "));
    }

    private String law(JsonNode row) {
        List<String> tracks = strings(row.path("tracks"));
        boolean everywhere = tracks.size() == 4;
        return Html.escape(row.path("law").asString(""))
                + (everywhere
                        ? ""
                        : "<br>" + labels.text("rows.track") + " "
                                + tracks.stream().map(Html::code).collect(Collectors.joining(", ")));
    }

    private static String event(JsonNode row) {
        String event = row.path("event").asString("");
        return event.isEmpty() ? "–" : Html.code(event);
    }

    /** Returns who the actors of the table are. */
    String actors() {
        Table table = new Table(labels.text("actors.caption"), labels.text("actors.actor"), labels.text("actors.who"));
        lifecycle
                .actors()
                .forEach(actor -> table.row(
                        "actor-" + id(actor),
                        List.of(id(actor), Prose.inline(labels.language().pick(actor.path("text"))))));
        return table.html();
    }

    private String later(JsonNode row) {
        return Lifecycle.isLater(row) ? " <span class=\"later\">" + labels.text("later") + "</span>" : "";
    }

    private static String id(JsonNode row) {
        return row.path("id").asString();
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
