package se.ryggrad.core.json;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.JsonText;

/**
 * Checks the body of a request against the standard's own description of it, with the standard's codes.
 *
 * <p>Understands the part of JSON Schema 2020-12 that {@code lifecycle.json} and the published schemas of
 * requests use, and refuses to be made from anything else. Differs from a general validator in what the
 * contract asks: a value outside a vocabulary is {@code unknown-value}, unknown members are ignored
 * unless refused, and a missing member is named by its own pointer. Thread-safe.
 */
public final class BodySchema {

    private static final Set<String> KNOWN = Set.of(
            "type",
            "required",
            "properties",
            "additionalProperties",
            "items",
            "enum",
            "const",
            "pattern",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "minimum",
            "maximum",
            "uniqueItems",
            "format",
            "anyOf",
            "patternProperties",
            "$ref",
            "$defs",
            "$schema",
            "$id",
            "title",
            "description",
            "default",
            "$comment",
            "examples");

    private final JsonTree.ObjectNode schema;
    private final JsonTree.ObjectNode definitions;

    /**
     * Creates the check of {@code schema}.
     *
     * @param definitions what {@code #/$defs/…} refers to
     * @throws IllegalArgumentException when the schema says something that this class does not check
     */
    public BodySchema(JsonTree.ObjectNode schema, JsonTree.ObjectNode definitions) {
        this.schema = schema;
        this.definitions = definitions;
        understand(schema);
    }

    /** Returns all faults of {@code body}, with pointers that begin with {@code pointer}. */
    public List<Fault> faults(JsonTree body, String pointer) {
        List<Fault> found = new ArrayList<>();
        check(schema, body, pointer, found);
        return found;
    }

    private void understand(JsonTree.ObjectNode part) {
        for (String keyword : part.members().keySet()) {
            if (!KNOWN.contains(keyword) && !keyword.startsWith("x-")) {
                throw new IllegalArgumentException("not understood: " + keyword);
            }
        }
        part.object("properties")
                .ifPresent(properties -> properties
                        .members()
                        .values()
                        .forEach(property -> property.asObject().ifPresent(this::understand)));
        part.object("items").ifPresent(this::understand);
    }

    private void check(JsonTree.ObjectNode rule, JsonTree value, String pointer, List<Fault> found) {
        Optional<String> reference = rule.text("$ref");
        if (reference.isPresent()) {
            check(definition(reference.get()), value, pointer, found);
            return;
        }
        if (!alternatives(rule, value, pointer)) {
            found.add(FaultTexts.at(pointer, FaultCode.ANY_OF));
        } else if (!Types.allow(rule, value)) {
            found.add(FaultTexts.at(pointer, FaultCode.TYPE));
        } else if (!listed(rule, value)) {
            found.add(FaultTexts.at(pointer, FaultCode.UNKNOWN_VALUE));
        } else if (value instanceof JsonTree.ObjectNode object) {
            object(rule, object, pointer, found);
        } else if (value instanceof JsonTree.ArrayNode array) {
            array(rule, array.items(), pointer, found);
        } else {
            Scalars.check(rule, value).ifPresent(code -> found.add(FaultTexts.at(pointer, code)));
        }
    }

    private boolean alternatives(JsonTree.ObjectNode rule, JsonTree value, String pointer) {
        List<JsonTree> alternatives = rule.items("anyOf");
        return alternatives.isEmpty()
                || alternatives.stream().flatMap(one -> one.asObject().stream()).anyMatch(one -> {
                    List<Fault> faults = new ArrayList<>();
                    check(one, value, pointer, faults);
                    return faults.isEmpty();
                });
    }

    private static boolean extension(JsonTree.ObjectNode rule, String name) {
        return rule.object("patternProperties").stream()
                .flatMap(patterns -> patterns.members().keySet().stream())
                .anyMatch(pattern -> Pattern.compile(pattern).matcher(name).find());
    }

    private JsonTree.ObjectNode definition(String reference) {
        return definitions
                .object(reference.substring(reference.lastIndexOf('/') + 1))
                .orElseThrow(() -> new IllegalArgumentException("no definition " + reference));
    }

    private void object(JsonTree.ObjectNode rule, JsonTree.ObjectNode object, String pointer, List<Fault> found) {
        Map<String, JsonTree> properties =
                rule.object("properties").orElse(JsonTree.ObjectNode.EMPTY).members();
        for (String name : rule.texts("required")) {
            if (object.member(name).isEmpty()) {
                found.add(FaultTexts.at(JsonPointer.child(pointer, name), FaultCode.REQUIRED));
            }
        }
        boolean closed = rule.member("additionalProperties").equals(Optional.of(JsonTree.of(false)));
        object.members().forEach((name, value) -> {
            JsonTree property = properties.get(name);
            if (property instanceof JsonTree.ObjectNode known) {
                check(known, value, JsonPointer.child(pointer, name), found);
            } else if (closed && property == null && !extension(rule, name)) {
                found.add(FaultTexts.at(JsonPointer.child(pointer, name), FaultCode.UNKNOWN_MEMBER));
            }
        });
        long named = object.members().keySet().stream()
                .filter(name -> closed || properties.isEmpty() || properties.containsKey(name))
                .count();
        Scalars.bounds(rule, named, "Properties").ifPresent(code -> found.add(FaultTexts.at(pointer, code)));
    }

    private void array(JsonTree.ObjectNode rule, List<JsonTree> items, String pointer, List<Fault> found) {
        Scalars.bounds(rule, items.size(), "Items").ifPresent(code -> found.add(FaultTexts.at(pointer, code)));
        if (rule.member("uniqueItems").isPresent() && new HashSet<>(items).size() < items.size()) {
            found.add(FaultTexts.at(pointer, FaultCode.UNIQUE_ITEMS));
        }
        rule.object("items").ifPresent(item -> {
            for (int index = 0; index < items.size(); index++) {
                check(item, items.get(index), JsonPointer.child(pointer, index), found);
            }
        });
    }

    private static boolean listed(JsonTree.ObjectNode rule, JsonTree value) {
        boolean constant = rule.member("const").map(value::equals).orElse(true);
        return constant && (rule.member("enum").isEmpty() || rule.items("enum").contains(value));
    }

    /** Compares a value with {@code type}. */
    private static final class Types {

        static boolean allow(JsonTree.ObjectNode rule, JsonTree value) {
            if (rule.member("enum").isPresent() && rule.member("type").isEmpty()) {
                return value instanceof JsonTree.TextNode;
            }
            Set<String> allowed = rule.text("type")
                    .map(Set::of)
                    .orElseGet(() -> rule.texts("type").stream().collect(toUnmodifiableSet()));
            return allowed.isEmpty() || allowed.stream().anyMatch(type -> is(type, value));
        }

        private static boolean is(String type, JsonTree value) {
            return switch (type) {
                case "object" -> value instanceof JsonTree.ObjectNode;
                case "array" -> value instanceof JsonTree.ArrayNode;
                case "string" -> value instanceof JsonTree.TextNode;
                case "boolean" -> value instanceof JsonTree.TruthNode;
                case "null" -> value instanceof JsonTree.NullNode;
                case "number" -> value instanceof JsonTree.NumberNode;
                case "integer" ->
                    value instanceof JsonTree.NumberNode number
                            && number.value().stripTrailingZeros().scale() <= 0;
                default -> throw new IllegalArgumentException("no type " + type);
            };
        }
    }

    /** Checks strings and numbers, and bounds of any size. */
    private static final class Scalars {

        static Optional<FaultCode> check(JsonTree.ObjectNode rule, JsonTree value) {
            if (value instanceof JsonTree.TextNode text) {
                int length = text.value().codePointCount(0, text.value().length());
                return bounds(rule, length, "Length").or(() -> form(rule, text.value()));
            }
            return value.asNumber().flatMap(number -> {
                boolean low = limit(rule, "minimum")
                        .filter(least -> number.doubleValue() < least)
                        .isPresent();
                boolean high = limit(rule, "maximum")
                        .filter(most -> number.doubleValue() > most)
                        .isPresent();
                return low ? Optional.of(FaultCode.MINIMUM) : high ? Optional.of(FaultCode.MAXIMUM) : Optional.empty();
            });
        }

        static Optional<FaultCode> bounds(JsonTree.ObjectNode rule, long size, String of) {
            if (limit(rule, "min" + of).filter(least -> size < least).isPresent()) {
                return Optional.of(FaultCode.valueOf("MIN_" + of.toUpperCase(Locale.ROOT)));
            }
            boolean over = limit(rule, "max" + of).filter(most -> size > most).isPresent();
            return over ? Optional.of(FaultCode.valueOf("MAX_" + of.toUpperCase(Locale.ROOT))) : Optional.empty();
        }

        private static Optional<FaultCode> form(JsonTree.ObjectNode rule, String text) {
            boolean matches = rule.text("pattern")
                    .map(pattern -> Pattern.compile(pattern).matcher(text).find())
                    .orElse(true);
            if (!matches) {
                return Optional.of(FaultCode.PATTERN);
            }
            return rule.text("format").flatMap(format -> Formats.fault(format, text));
        }

        private static Optional<Double> limit(JsonTree.ObjectNode rule, String name) {
            return rule.member(name).flatMap(JsonTree::asNumber).map(Number::doubleValue);
        }
    }

    /** Returns the check of a JSON Schema document that refers to nothing but its own {@code $defs}. */
    public static BodySchema of(JsonText document) {
        JsonTree.ObjectNode root = JsonTree.parse(document).asObject().orElseThrow();
        return new BodySchema(root, root.object("$defs").orElse(JsonTree.ObjectNode.EMPTY));
    }
}
