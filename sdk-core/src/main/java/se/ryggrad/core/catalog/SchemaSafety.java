package se.ryggrad.core.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.JsonPointer;
import se.ryggrad.core.json.JsonTree;

/**
 * Finds what makes the schema of a form unsafe to run anywhere: references outwards, and patterns whose
 * time grows beyond measure (CAT-010, CAT-011). Nothing is fetched.
 */
final class SchemaSafety {

    private static final Set<String> REFUSED =
            Set.of("$dynamicRef", "$dynamicAnchor", "$vocabulary", "$recursiveRef", "$recursiveAnchor");
    private static final Set<String> SCHEMA_MAPS =
            Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");
    private static final Set<String> SCHEMAS = Set.of(
            "additionalProperties",
            "unevaluatedProperties",
            "propertyNames",
            "items",
            "contains",
            "unevaluatedItems",
            "additionalItems",
            "if",
            "then",
            "else",
            "not");
    private static final Set<String> SCHEMA_LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
    private static final int LONGEST_TEXT = 1000;

    private final List<Fault> faults = new ArrayList<>();

    /** Returns all that is not allowed in {@code schema}, at pointers that begin with {@code pointer}. */
    List<Fault> faults(JsonTree schema, String pointer) {
        schema(schema, pointer, true);
        return List.copyOf(faults);
    }

    private void schema(JsonTree schema, String pointer, boolean outermost) {
        Optional<JsonTree.ObjectNode> object = schema.asObject();
        if (object.isEmpty()) {
            if (schema.asTruth().isEmpty()) {
                refuse(pointer);
            }
            return;
        }
        object.get().members().forEach((keyword, value) -> {
            String place = JsonPointer.child(pointer, keyword);
            if (refused(keyword, value, outermost)) {
                refuse(place);
            }
            within(keyword, value, place);
        });
        pattern(object.get(), pointer);
    }

    private static boolean refused(String keyword, JsonTree value, boolean outermost) {
        return switch (keyword) {
            case "$ref" -> !value.asText().orElse("").startsWith("#");
            case "$id" -> !outermost;
            default -> REFUSED.contains(keyword);
        };
    }

    private void within(String keyword, JsonTree value, String place) {
        if (SCHEMA_MAPS.contains(keyword)) {
            Map<String, JsonTree> members =
                    value.asObject().map(JsonTree.ObjectNode::members).orElse(Map.of());
            members.forEach((name, part) -> schema(part, JsonPointer.child(place, name), false));
            if (keyword.equals("patternProperties")) {
                members.keySet().stream()
                        .filter(pattern -> !SafePattern.allows(pattern))
                        .forEach(pattern -> refuse(place));
            }
        } else if (SCHEMAS.contains(keyword)) {
            schema(value, place, false);
        } else if (SCHEMA_LISTS.contains(keyword)) {
            List<JsonTree> items = value.asArray().orElse(List.of());
            for (int index = 0; index < items.size(); index++) {
                schema(items.get(index), JsonPointer.child(place, index), false);
            }
        }
    }

    private void pattern(JsonTree.ObjectNode schema, String pointer) {
        schema.member("pattern").ifPresent(value -> {
            boolean bounded = schema.member("maxLength")
                    .flatMap(JsonTree::asNumber)
                    .filter(limit -> limit.doubleValue() <= LONGEST_TEXT)
                    .isPresent();
            boolean safe = value.asText().filter(SafePattern::allows).isPresent();
            if (!bounded || !safe) {
                refuse(JsonPointer.child(pointer, "pattern"));
            }
        });
    }

    private void refuse(String pointer) {
        faults.add(FaultTexts.at(pointer, FaultCode.SCHEMA_NOT_ALLOWED));
    }
}
