package se.ryggrad.core.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ryggrad.api.LocalizedText;

/** Builds a JSON object member by member; absent values leave no member. Not thread-safe. */
public final class JsonBuilder {

    private final Map<String, JsonTree> members = new LinkedHashMap<>();

    JsonBuilder() {}

    /** Puts a value. */
    public JsonBuilder put(String name, JsonTree value) {
        members.put(name, value);
        return this;
    }

    /** Puts a string. */
    public JsonBuilder put(String name, String value) {
        return put(name, JsonTree.of(value));
    }

    /** Puts a whole number. */
    public JsonBuilder put(String name, long value) {
        return put(name, JsonTree.of(value));
    }

    /** Puts {@code true} or {@code false}. */
    public JsonBuilder put(String name, boolean value) {
        return put(name, JsonTree.of(value));
    }

    /** Puts an object {@code {"sv": …, "en": …}}. */
    public JsonBuilder put(String name, LocalizedText both) {
        return put(
                name,
                JsonTree.object().put("sv", both.sv()).put("en", both.en()).build());
    }

    /** Puts an array. */
    public JsonBuilder put(String name, List<? extends JsonTree> items) {
        return put(name, JsonTree.array(items));
    }

    /** Puts an array of strings. */
    public JsonBuilder putTexts(String name, List<String> items) {
        return put(name, JsonTree.strings(items));
    }

    /** Puts a string if there is one. */
    public JsonBuilder putText(String name, Optional<String> value) {
        value.ifPresent(text -> put(name, text));
        return this;
    }

    /** Puts a value if there is one. */
    public JsonBuilder putIf(String name, Optional<? extends JsonTree> value) {
        value.ifPresent(tree -> put(name, tree));
        return this;
    }

    /** Puts all members of {@code other}; those of the same name are replaced. */
    public JsonBuilder putAll(JsonTree.ObjectNode other) {
        members.putAll(other.members());
        return this;
    }

    /** Returns the object as it stands now. */
    public JsonTree.ObjectNode build() {
        return new JsonTree.ObjectNode(members);
    }
}
