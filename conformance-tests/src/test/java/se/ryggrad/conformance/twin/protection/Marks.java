package se.ryggrad.conformance.twin.protection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the contact data of a filled-in form: the members that a schema at their place marks. */
public final class Marks {

    private static final String MARK = "x-ryggrad-contact";
    private static final List<String> MANY = List.of("allOf", "anyOf", "oneOf");
    private static final List<String> ONE = List.of("if", "then", "else");

    private final JsonNode schema;
    private final Predicate<Fault> breaks;

    /** Looks at forms of a schema, in a twin with some faults. */
    public Marks(JsonNode schema, Predicate<Fault> breaks) {
        this.schema = schema;
        this.breaks = breaks;
    }

    /** Returns a form without its marked members; what holds one stays. */
    public ObjectNode without(ObjectNode form) {
        return (ObjectNode) kept(form, lying(List.of(schema)));
    }

    /** Returns whether a form has a marked member. */
    public boolean isIn(ObjectNode form) {
        return !without(form).equals(form);
    }

    private JsonNode kept(JsonNode value, List<JsonNode> schemas) {
        if (value.isObject()) {
            var copy = Json.object();
            value.properties().forEach(member -> {
                var below = member(schemas, member.getKey());
                if (!isMarked(below) && !isHolding(member.getValue(), below)) {
                    copy.set(member.getKey(), deeper(member.getValue(), below));
                }
            });
            return copy;
        }
        if (value.isArray()) {
            var copy = Json.array();
            for (int i = 0; i < value.size(); i++) {
                var below = item(schemas, i);
                if (!isMarked(below)) {
                    copy.add(deeper(value.get(i), below));
                }
            }
            return copy;
        }
        return value;
    }

    private JsonNode deeper(JsonNode value, List<JsonNode> schemas) {
        return value.isContainer() && breaks.test(Fault.ID_058_B) ? value : kept(value, schemas);
    }

    /** Returns whether a broken twin withholds a member whole for what it holds. */
    private boolean isHolding(JsonNode value, List<JsonNode> schemas) {
        return value.isObject()
                && breaks.test(Fault.ID_058_K)
                && !kept(value, schemas).equals(value);
    }

    private static boolean isMarked(List<JsonNode> schemas) {
        return schemas.stream().anyMatch(s -> s.path(MARK).asBoolean(false));
    }

    private List<JsonNode> member(List<JsonNode> schemas, String name) {
        return lying(schemas.stream()
                .map(s -> s.path("properties").path(name))
                .filter(JsonNode::isObject)
                .toList());
    }

    private List<JsonNode> item(List<JsonNode> schemas, int place) {
        return lying(schemas.stream()
                .map(s ->
                        s.path("prefixItems").has(place) ? s.path("prefixItems").path(place) : s.path("items"))
                .filter(s -> s.isObject() && !breaks.test(Fault.ID_058_D))
                .toList());
    }

    /** Returns schemas and all that lie at the same place. */
    private List<JsonNode> lying(List<JsonNode> schemas) {
        Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var all = new ArrayList<JsonNode>();
        var next = new ArrayList<>(schemas);
        while (!next.isEmpty()) {
            var one = next.remove(next.size() - 1);
            if (seen.add(one)) {
                all.add(one);
                beside(one).forEach(next::add);
            }
        }
        return all;
    }

    private Stream<JsonNode> beside(JsonNode one) {
        var referred = Stream.of(one.path("$ref").asString(""))
                .filter(r -> r.startsWith("#/") && !breaks.test(Fault.ID_058_C))
                .map(r -> schema.at(r.substring(1)));
        var many = MANY.stream()
                .filter(name -> one.has(name) && !(name.equals("allOf") && breaks.test(Fault.ID_058_F)))
                .flatMap(name -> IntStream.range(0, one.path(name).size())
                        .mapToObj(i -> one.path(name).path(i)));
        var single = ONE.stream()
                .filter(name -> one.has(name) && !(name.equals("then") && breaks.test(Fault.ID_058_E)))
                .map(one::path);
        var dependent = one.path("dependentSchemas").valueStream();
        return Stream.of(referred, many, single, dependent).flatMap(s -> s).filter(JsonNode::isObject);
    }
}
