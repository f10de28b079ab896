package se.ryggrad.conformance.specification;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes the closed lists of the standard as tables. */
final class ReferenceTables {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final Standard standard;
    private final Labels labels;

    ReferenceTables(Standard standard, Labels labels) {
        this.standard = standard;
        this.labels = labels;
    }

    String problems() {
        Table table = new Table(
                labels.text("problems.caption"),
                labels.text("problems.type"),
                labels.text("problems.status"),
                labels.text("problems.title"),
                labels.text("problems.when"));
        standard.json("problems").path("problems").forEach(problem -> {
            String type = problem.path("type").asString();
            String name = type.substring(type.lastIndexOf(':') + 1);
            table.row(
                    "problem-" + name,
                    List.of(
                            "<code>urn:ryggrad:problem:<wbr>" + name + "</code>",
                            problem.path("status").asString(),
                            pick(problem, "title"),
                            pick(problem, "when")));
        });
        return table.html();
    }

    String codes() {
        Table table = new Table(labels.text("codes.caption"), labels.text("codes.code"), labels.text("codes.text"));
        standard.json("codes")
                .path("codes")
                .forEach(code -> table.row(
                        "code-" + code.path("code").asString(),
                        List.of(Html.code(code.path("code").asString()), pick(code, "text"))));
        return table.html();
    }

    String events() {
        Table table = new Table(
                labels.text("events.caption"),
                labels.text("events.name"),
                labels.text("events.type"),
                labels.text("events.title"));
        standard.json("events")
                .path("events")
                .forEach(event -> table.row(
                        "",
                        List.of(
                                Html.code(event.path("name").asString())
                                        + (Lifecycle.isLater(event)
                                                ? " <span class=\"later\">" + labels.text("later") + "</span>"
                                                : ""),
                                Html.code(event.path("type").asString()),
                                pick(event, "title"))));
        return table.html();
    }

    String levels() {
        JsonNode levels = standard.json("assurance-levels");
        Table table = new Table(
                labels.text("levels.caption"),
                labels.text("levels.uri"),
                labels.text("levels.rank"),
                labels.text("levels.certified"));
        levels.path("levels")
                .forEach(level -> table.row(
                        "",
                        List.of(
                                Html.code(level.path("uri").asString()),
                                level.path("rank").asString(),
                                labels.text(level.path("certified").asBoolean() ? "yes" : "no"))));
        return "<p>" + pick(levels, "text") + "</p>\n" + table.html() + "<p class=\"source\">"
                + Html.escape(levels.path("source").asString()) + "</p>\n";
    }

    String operations() {
        Table table = new Table(
                labels.text("operations.caption"),
                labels.text("operations.method"),
                labels.text("operations.path"),
                labels.text("operations.what"),
                labels.text("operations.answers"));
        for (Map.Entry<String, JsonNode> path : standard.openapi().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    table.row("", operation(path.getKey(), operation.getKey(), operation.getValue()));
                }
            }
        }
        return table.styled("operations").html();
    }

    private static List<String> operation(String path, String method, JsonNode operation) {
        List<String> answers = operation.path("responses").propertyNames().stream()
                .filter(status -> !status.equals("default"))
                .sorted()
                .toList();
        return List.of(
                Html.code(method.toUpperCase(Locale.ROOT)),
                Html.code(path),
                "<span lang=\"en\">" + Html.escape(operation.path("summary").asString("")) + "</span>",
                String.join(", ", answers));
    }

    private String pick(JsonNode node, String member) {
        return Prose.inline(labels.language().pick(node.path(member)));
    }
}
