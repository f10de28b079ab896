package se.ryggrad.conformance.twin.cases;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.ryggrad.conformance.twin.catalog.FormCheck;
import se.ryggrad.conformance.twin.http.FieldFault;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the table of actions, and checks the bodies of actions against it. */
public final class Lifecycle {

    private static final JsonNode TABLE = Texts.standard("lifecycle");
    private static final List<Row> ROWS =
            TABLE.path("rows").valueStream().map(Row::new).toList();
    private static final Map<String, ObjectNode> BODIES = new TreeMap<>();

    static {
        for (var row : ROWS) {
            if (!row.isAutomatic()) {
                BODIES.put(row.action(), schema(row.json().path("body")));
            }
        }
    }

    private Lifecycle() {}

    private static ObjectNode schema(JsonNode body) {
        var schema = Json.object().put("type", "object");
        schema.set("required", body.path("required"));
        schema.set("properties", body.path("members"));
        schema.set("$defs", TABLE.path("$defs"));
        return schema;
    }

    /** Returns all rows in the order of the table. */
    public static List<Row> rows() {
        return ROWS;
    }

    /** Returns the rows of an action that somebody does. */
    public static List<Row> rows(String action) {
        return ROWS.stream()
                .filter(r -> r.action().equals(action) && !r.isAutomatic())
                .toList();
    }

    /** Returns a fault for each member that an action does not have. */
    public static List<FieldFault> strangers(String action, JsonNode body) {
        var known = BODIES.getOrDefault(action, Json.object()).path("properties");
        return body.propertyNames().stream()
                .filter(n -> !known.has(n) && !n.equals("action"))
                .map(n -> FieldFault.at("/" + Json.escape(n), "unknown-member"))
                .toList();
    }

    /** Returns the body with known members alone of an addressee and a change, since others do not count. */
    private static JsonNode named(JsonNode body) {
        var copy = body.deepCopy();
        if (copy.path("addressee") instanceof ObjectNode addressee) {
            addressee.retain("party", "unit", "name");
        }
        if (copy.path("change") instanceof ObjectNode change) {
            change.retain("role", "name", "rights", "identity");
        }
        return copy;
    }

    /** Returns what is wrong with the shape of an action's body. */
    public static List<FieldFault> faults(String action, JsonNode body) {
        var schema = BODIES.get(action);
        if (schema == null) {
            throw new IllegalArgumentException(action);
        }
        return FormCheck.check(schema, named(body), "").stream()
                .map(f -> f.code().equals("enum") ? new FieldFault(f.pointer(), null, "unknown-value") : f)
                .toList();
    }
}
