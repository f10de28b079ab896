package se.ryggrad.conformance.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.run.RunSettings;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.Seen;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Runs the suite once and asks what it produced: each operation with each status that the contract states,
 * each type of problem, and each action by the right actor, by a wrong one and at a wrong time.
 */
class BreadthTest {

    private static final long SEED = 20261123;

    @Test
    void producesEverythingThatIsNotListed() {
        List<Seen> seen;
        try (var run = new TwinRun()) {
            seen = run.meet(EnumSet.noneOf(Fault.class), RunSettings.of(SEED)).seen();
        }
        var missing = new TreeSet<>(wanted());
        missing.removeAll(produced(seen));
        var listed = listed();
        assertThat(listed.values()).as("each stands with its reason").noneMatch(String::isBlank);
        assertThat(missing).as("never produced in a run").isEqualTo(listed.keySet());
    }

    private static Set<String> wanted() {
        var wanted = new TreeSet<String>();
        for (var path : contract().path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                for (String status : operation.getValue().path("responses").propertyNames()) {
                    if (status.matches("[0-9]{3}")) {
                        wanted.add(method(operation.getKey()) + " " + path.getKey() + " " + status);
                    }
                }
            }
        }
        for (var problem : Texts.standard("problems").path("problems").values()) {
            wanted.add("problem " + problem.path("type").asString().substring("urn:ryggrad:problem:".length()));
        }
        for (var row : Texts.standard("lifecycle").path("rows").values()) {
            addRow(row, wanted);
        }
        return wanted;
    }

    private static void addRow(JsonNode row, Set<String> wanted) {
        boolean automatic =
                row.path("by").size() == 1 && row.path("by").get(0).asString().equals("automatic");
        String action = row.path("action").asString();
        if (automatic || row.path("from").isEmpty()) {
            return;
        }
        if (!row.path("offeredSince").asString().equals("later")) {
            wanted.add("action " + action + " done");
        }
        wanted.add("action " + action + " by a wrong actor");
        wanted.add("action " + action + " at a wrong time");
    }

    private static String method(String name) {
        return name.toUpperCase(java.util.Locale.ROOT);
    }

    private static JsonNode contract() {
        return YAMLMapper.builder().build().readTree(Texts.resource("/se/ryggrad/standard/openapi.yaml"));
    }

    private static Set<String> produced(List<Seen> seen) {
        var templates = contract().path("paths").propertyNames();
        var produced = new TreeSet<String>();
        for (var exchange : seen) {
            templates.stream()
                    .filter(t -> exchange.path().matches(t.replaceAll("\\{[^}]+}", "[^/]+")))
                    .forEach(t -> produced.add(exchange.method() + " " + t + " " + exchange.status()));
            if (!exchange.type().isEmpty()) {
                produced.add("problem " + exchange.type());
            }
            if (!exchange.action().isEmpty()) {
                produced.add("action " + exchange.action() + " " + outcome(exchange));
            }
        }
        return produced;
    }

    private static String outcome(Seen exchange) {
        return switch (exchange.type()) {
            case "" -> "done";
            case "forbidden" -> "by a wrong actor";
            case "state-conflict" -> "at a wrong time";
            default -> "otherwise";
        };
    }

    private static Map<String, String> listed() {
        var listed = new TreeMap<String, String>();
        for (var entry : Json.read(Texts.resource("/se/ryggrad/conformance/gates/unproduced.json"))
                .values()) {
            listed.put(entry.path("what").asString(), entry.path("reason").asString(""));
        }
        return listed;
    }
}
