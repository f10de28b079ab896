package se.ryggrad.core.json.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ryggrad.api.Fault;
import se.ryggrad.core.json.BodySchema;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;

/** Knows what the body of each action of the lifecycle table holds; the table is its one home. */
final class Bodies {

    private static final Map<String, BodySchema> BY_ACTION = load();

    private Bodies() {}

    /** Returns all faults of a body: numbers out of range, what the table says of the action, identity numbers, and letters. */
    static List<Fault> faults(String action, JsonDocument body) {
        List<Fault> faults = new ArrayList<>(body.faults());
        schema(action).ifPresent(schema -> faults.addAll(schema.faults(body.root(), "")));
        faults.addAll(PartyReader.faults(action, body.root()));
        faults.addAll(CaseLetterReader.faults(action, body.root()));
        return faults;
    }

    static Optional<BodySchema> schema(String action) {
        return Optional.ofNullable(BY_ACTION.get(action));
    }

    private static Map<String, BodySchema> load() {
        JsonTree.ObjectNode table = StandardFiles.json("lifecycle.json");
        JsonTree.ObjectNode definitions = table.object("$defs").orElse(JsonTree.ObjectNode.EMPTY);
        Map<String, BodySchema> schemas = new HashMap<>();
        for (JsonTree item : table.items("rows")) {
            JsonTree.ObjectNode row = item.asObject().orElseThrow();
            boolean main = row.text("id").equals(row.text("action"));
            if (main) {
                schemas.put(row.text("action").orElseThrow(), schema(row, definitions));
            }
        }
        return Map.copyOf(schemas);
    }

    private static BodySchema schema(JsonTree.ObjectNode row, JsonTree.ObjectNode definitions) {
        JsonTree.ObjectNode body = row.object("body").orElse(JsonTree.ObjectNode.EMPTY);
        JsonTree.ObjectNode schema = JsonTree.object()
                .put("type", "object")
                .putTexts("required", body.texts("required"))
                .put("properties", body.object("members").orElse(JsonTree.ObjectNode.EMPTY))
                .build();
        return new BodySchema(schema, definitions);
    }
}
