package se.ryggrad.core.catalog.schema;

import java.util.List;
import java.util.Set;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;

/**
 * Writes a schema for the library that runs it: without annotations, and with the values of {@code const} and
 * {@code enum} as texts.
 *
 * <p>The library takes every object in a schema for a schema, also one that stands in a value or an annotation, and
 * obeys what it finds there.
 */
final class PlainSchema {

    private static final Set<String> ASSERTIONS = Set.of(
            "$ref",
            "type",
            "multipleOf",
            "maximum",
            "exclusiveMaximum",
            "minimum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "pattern",
            "format",
            "maxItems",
            "minItems",
            "uniqueItems",
            "maxContains",
            "minContains",
            "maxProperties",
            "minProperties",
            "required",
            "dependentRequired");

    private PlainSchema() {}

    /** Returns {@code schema} with only what takes part in a check. */
    static JsonTree of(JsonTree schema) {
        if (!(schema instanceof JsonTree.ObjectNode object)) {
            return schema;
        }
        JsonBuilder plain = JsonTree.object();
        object.members().forEach((keyword, value) -> write(plain, keyword, value));
        return plain.build();
    }

    private static void write(JsonBuilder plain, String keyword, JsonTree value) {
        if (ASSERTIONS.contains(keyword)) {
            plain.put(keyword, value);
        } else if (keyword.equals("const")) {
            plain.put(keyword, Equality.key(value));
        } else if (keyword.equals("enum")) {
            plain.put(keyword, keys(value));
        } else if (Subschemas.SINGLE.contains(keyword)) {
            plain.put(keyword, of(value));
        } else if (Subschemas.LISTS.contains(keyword)) {
            plain.put(
                    keyword,
                    JsonTree.array(list(value).stream().map(PlainSchema::of).toList()));
        } else if (Subschemas.MAPS.contains(keyword)) {
            plain.put(keyword, members(value));
        }
    }

    private static JsonTree keys(JsonTree values) {
        return JsonTree.strings(list(values).stream().map(Equality::key).toList());
    }

    private static JsonTree members(JsonTree map) {
        JsonBuilder members = JsonTree.object();
        map.asObject().orElse(JsonTree.ObjectNode.EMPTY).members().forEach((name, part) -> members.put(name, of(part)));
        return members.build();
    }

    private static List<JsonTree> list(JsonTree array) {
        return array.asArray().orElse(List.of());
    }
}
