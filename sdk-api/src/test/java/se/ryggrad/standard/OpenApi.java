package se.ryggrad.standard;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Walks the OpenAPI document. */
final class OpenApi {

    static final JsonObject DOCUMENT = Standard.openApi();

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private OpenApi() {}

    /** Returns the operations by method and path, as {@code GET /cases}. */
    static Map<String, JsonObject> operations() {
        Map<String, JsonObject> operations = new TreeMap<>();
        DOCUMENT.getJsonObject("paths")
                .forEach((path, item) -> METHODS.stream()
                        .filter(item.asJsonObject()::containsKey)
                        .forEach(method -> operations.put(
                                method.toUpperCase(Locale.ROOT) + " " + path,
                                item.asJsonObject().getJsonObject(method))));
        return operations;
    }

    static JsonObject component(String kind, String name) {
        return DOCUMENT.getJsonObject("components").getJsonObject(kind).getJsonObject(name);
    }

    /** Returns {@code part}, or what it refers to. */
    static JsonObject resolved(JsonObject part) {
        if (!part.containsKey("$ref")) {
            return part;
        }
        String[] steps = part.getString("$ref").split("/", -1);
        return component(steps[2], steps[3]);
    }

    /** Visits every object below {@code part} with its place. */
    static void walk(JsonValue part, String place, BiConsumer<String, JsonObject> visitor) {
        if (part instanceof JsonObject object) {
            visitor.accept(place, object);
            object.forEach((name, value) -> walk(value, place + "/" + name, visitor));
        } else if (part.getValueType() == JsonValue.ValueType.ARRAY) {
            List<JsonValue> items = part.asJsonArray();
            for (int index = 0; index < items.size(); index++) {
                walk(items.get(index), place + "/" + index, visitor);
            }
        }
    }
}
