package se.ryggrad.core.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.ryggrad.api.JsonText;

/** Holds a JSON value (RFC 8259), immutable, free of any library's types. */
public sealed interface JsonTree {

    /** Returns a builder of an object, which keeps the order of its members. */
    static JsonBuilder object() {
        return new JsonBuilder();
    }

    /** Returns an array of {@code items}. */
    static ArrayNode array(List<? extends JsonTree> items) {
        return new ArrayNode(List.copyOf(items));
    }

    /** Returns an array of strings. */
    static ArrayNode strings(List<String> items) {
        return new ArrayNode(items.stream().<JsonTree>map(TextNode::new).toList());
    }

    /** Returns a string. */
    static TextNode of(String value) {
        return new TextNode(value);
    }

    /** Returns a whole number. */
    static NumberNode of(long value) {
        return new NumberNode(BigDecimal.valueOf(value));
    }

    /** Returns {@code true} or {@code false}. */
    static TruthNode of(boolean value) {
        return new TruthNode(value);
    }

    /**
     * Parses text that is known to be JSON.
     *
     * @throws IllegalArgumentException when it is not JSON after all
     */
    static JsonTree parse(JsonText json) {
        return JsonInput.trusted(json.text());
    }

    /** Returns this value as compact JSON. */
    default JsonText json() {
        return new JsonText(JsonOutput.text(this));
    }

    /**
     * Finds the value at a JSON pointer.
     *
     * @param pointer a pointer (RFC 6901), for example {@code /form/amount}
     * @return the value, or nothing when nothing is there
     */
    default Optional<JsonTree> at(String pointer) {
        return JsonPointer.find(this, pointer);
    }

    /** Returns the members, or nothing when this is no object. */
    default Optional<ObjectNode> asObject() {
        return this instanceof ObjectNode node ? Optional.of(node) : Optional.empty();
    }

    /** Returns the items, or nothing when this is no array. */
    default Optional<List<JsonTree>> asArray() {
        return this instanceof ArrayNode node ? Optional.of(node.items()) : Optional.empty();
    }

    /** Returns the text, or nothing when this is no string. */
    default Optional<String> asText() {
        return this instanceof TextNode node ? Optional.of(node.value()) : Optional.empty();
    }

    /** Returns the number, or nothing when this is none. */
    default Optional<BigDecimal> asNumber() {
        return this instanceof NumberNode node ? Optional.of(node.value()) : Optional.empty();
    }

    /** Returns the truth value, or nothing when this is none. */
    default Optional<Boolean> asTruth() {
        return this instanceof TruthNode node ? Optional.of(node.value()) : Optional.empty();
    }

    /**
     * Is an object.
     *
     * @param members the members in their order
     */
    record ObjectNode(Map<String, JsonTree> members) implements JsonTree {

        /** An object without members. */
        public static final ObjectNode EMPTY = new ObjectNode(Map.of());

        /** Copies the members. */
        public ObjectNode {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /** Returns the member {@code name}, or nothing. */
        public Optional<JsonTree> member(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /** Returns the text of the member {@code name}, or nothing when it is absent or no string. */
        public Optional<String> text(String name) {
            return member(name).flatMap(JsonTree::asText);
        }

        /** Returns the items of the member {@code name}; empty when it is absent or no array. */
        public List<JsonTree> items(String name) {
            return member(name).flatMap(JsonTree::asArray).orElse(List.of());
        }

        /** Returns the object in the member {@code name}, or nothing when it is absent or no object. */
        public Optional<ObjectNode> object(String name) {
            return member(name).flatMap(JsonTree::asObject);
        }

        /** Returns the strings in the array {@code name}; other items are left out. */
        public List<String> texts(String name) {
            return items(name).stream().flatMap(item -> item.asText().stream()).toList();
        }
    }

    /**
     * Is an array.
     *
     * @param items the items
     */
    record ArrayNode(List<JsonTree> items) implements JsonTree {

        /** Copies the items. */
        public ArrayNode {
            items = List.copyOf(items);
        }
    }

    /**
     * Is a string.
     *
     * @param value the text as sent
     */
    record TextNode(String value) implements JsonTree {

        /** Rejects an absent text. */
        public TextNode {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * Is a number.
     *
     * @param value the number as sent
     */
    record NumberNode(BigDecimal value) implements JsonTree {

        /** Rejects an absent number. */
        public NumberNode {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * Is {@code true} or {@code false}.
     *
     * @param value which of them
     */
    record TruthNode(boolean value) implements JsonTree {}

    /** Is {@code null}, which is a value in requests and never stands in an answer. */
    enum NullNode implements JsonTree {
        /** The only one. */
        NULL
    }
}
