package se.ryggrad.core.catalog.schema;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.JsonTree.ObjectNode;

/**
 * Is a place in a form with all schemas that lie there: by the schemas of the place around it, and by what each refers to
 * or combines, whether or not its branch applied. Not thread-safe.
 */
final class FormPlace {

    private static final List<String> BRANCHES = List.of("if", "then", "else");
    private static final List<String> COMBINED = List.of("allOf", "anyOf", "oneOf");

    private final JsonTree outermost;
    private final Set<ObjectNode> schemas = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, FormPlace> members = new HashMap<>();
    private final Map<Integer, FormPlace> items = new HashMap<>();
    private final int listed;

    private FormPlace(JsonTree outermost, Stream<JsonTree> lying) {
        this.outermost = outermost;
        lying.forEach(this::lay);
        this.listed = schemas.stream()
                .mapToInt(schema -> schema.items("prefixItems").size())
                .max()
                .orElse(0);
    }

    /** Returns the place of the form itself. */
    static FormPlace outermost(JsonTree schema) {
        return new FormPlace(schema, Stream.of(schema));
    }

    /** Returns whether a schema that lies here has {@code keyword} with the value {@code true}. */
    boolean has(String keyword) {
        return schemas.stream()
                .anyMatch(schema ->
                        schema.member(keyword).flatMap(JsonTree::asTruth).orElse(false));
    }

    /** Returns the place of the member {@code name}. */
    FormPlace member(String name) {
        return members.computeIfAbsent(
                name, key -> within(schema -> schema.object("properties").flatMap(held -> held.member(key))));
    }

    /** Returns the place of an item; those that no list of schemas reaches have one place. */
    FormPlace item(int index) {
        return items.computeIfAbsent(
                Math.min(index, listed),
                place -> within(schema -> {
                    List<JsonTree> first = schema.items("prefixItems");
                    return place < first.size() ? Optional.of(first.get(place)) : schema.member("items");
                }));
    }

    private FormPlace within(Function<ObjectNode, Optional<JsonTree>> part) {
        return new FormPlace(outermost, schemas.stream().flatMap(schema -> part.apply(schema).stream()));
    }

    private void lay(JsonTree schema) {
        Optional<ObjectNode> object = schema.asObject().filter(schemas::add);
        object.ifPresent(laid -> {
            Reference.of(laid).flatMap(name -> Reference.named(outermost, name)).ifPresent(this::lay);
            BRANCHES.forEach(keyword -> laid.member(keyword).ifPresent(this::lay));
            COMBINED.forEach(keyword -> laid.items(keyword).forEach(this::lay));
            laid.object("dependentSchemas")
                    .ifPresent(held -> held.members().values().forEach(this::lay));
        });
    }
}
