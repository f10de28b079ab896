package se.ryggrad.core.catalog.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.ryggrad.core.json.JsonPointer;
import se.ryggrad.core.json.JsonTree;

/** Knows where a schema holds others (JSON Schema 2020-12 Core, sections 8.2.4 and 10, and 11). */
final class Subschemas {

    /** The keywords whose value is a schema. */
    static final Set<String> SINGLE = Set.of(
            "not",
            "if",
            "then",
            "else",
            "items",
            "contains",
            "additionalProperties",
            "propertyNames",
            "unevaluatedItems",
            "unevaluatedProperties");

    /** The keywords whose value is a list of schemas. */
    static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");

    /** The keywords whose value is an object with a schema in each member. */
    static final Set<String> MAPS = Set.of("$defs", "properties", "dependentSchemas");

    private Subschemas() {}

    /**
     * Is a schema within another.
     *
     * @param pointer where it stands
     * @param schema it
     */
    record Place(String pointer, JsonTree schema) {}

    /** Returns the schemas that {@code schema}, which stands at {@code pointer}, holds directly. */
    static List<Place> of(JsonTree schema, String pointer) {
        List<Place> places = new ArrayList<>();
        schema.asObject().orElse(JsonTree.ObjectNode.EMPTY).members().forEach((keyword, value) -> {
            String here = JsonPointer.child(pointer, keyword);
            if (SINGLE.contains(keyword)) {
                places.add(new Place(here, value));
            } else if (LISTS.contains(keyword)) {
                List<JsonTree> items = value.asArray().orElse(List.of());
                for (int index = 0; index < items.size(); index++) {
                    places.add(new Place(JsonPointer.child(here, index), items.get(index)));
                }
            } else if (MAPS.contains(keyword)) {
                value.asObject()
                        .orElse(JsonTree.ObjectNode.EMPTY)
                        .members()
                        .forEach((name, part) -> places.add(new Place(JsonPointer.child(here, name), part)));
            }
        });
        return places;
    }
}
