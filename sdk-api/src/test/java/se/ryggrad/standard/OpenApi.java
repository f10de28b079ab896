package se.ryggrad.standard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Walks the OpenAPI document, for the tests of this module and of those that implement it. */
public final class OpenApi {

    static final JsonObject DOCUMENT = Standard.openApi();

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private OpenApi() {}

    /** Returns the operations by method and path, as {@code GET /cases}. */
    public static Map<String, JsonObject> operations() {
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
    public static JsonObject resolved(JsonObject part) {
        if (!part.containsKey("$ref")) {
            return part;
        }
        String[] steps = part.getString("$ref").split("/", -1);
        return component(steps[2], steps[3]);
    }

    /** Returns the segments of all paths. */
    static List<String> segments() {
        return DOCUMENT.getJsonObject("paths").keySet().stream()
                .flatMap(path -> List.of(path.substring(1).split("/", -1)).stream())
                .toList();
    }

    /** Returns the parameters of an operation or a path. */
    static List<JsonObject> parameters(JsonObject holder) {
        return holder.containsKey("parameters")
                ? holder.getJsonArray("parameters").getValuesAs(JsonObject.class).stream()
                        .map(OpenApi::resolved)
                        .toList()
                : List.of();
    }

    /** Returns the parameters of an operation, as {@code GET /cases}: its own and those of its path. */
    public static List<JsonObject> parameters(String operation) {
        String path = operation.substring(operation.indexOf('/'));
        JsonObject item = DOCUMENT.getJsonObject("paths").getJsonObject(path);
        JsonObject own = Objects.requireNonNull(operations().get(operation), operation);
        return Stream.concat(parameters(item).stream(), parameters(own).stream())
                .toList();
    }

    /** Returns the scopes that the example of the protected resource metadata names. */
    public static List<String> supportedScopes() {
        JsonObject metadata = Objects.requireNonNull(operations().get("GET /.well-known/oauth-protected-resource"));
        return metadata.getValue("/responses/200/content/application~1json/examples/piteå/value/scopes_supported")
                .asJsonArray()
                .getValuesAs(JsonString::getString);
    }

    static void eachOperation(Consumer<JsonObject> check) {
        assertThat(operations().values()).isNotEmpty().allSatisfy(check);
    }

    /** Checks the parameters of all paths and operations that lie {@code in} the place; there are some. */
    static void eachParameter(String in, Consumer<JsonObject> check) {
        Stream<JsonObject> paths =
                DOCUMENT.getJsonObject("paths").values().stream().map(JsonValue::asJsonObject);
        assertThat(Stream.concat(paths, operations().values().stream())
                        .flatMap(holder -> parameters(holder).stream())
                        .filter(parameter -> parameter.getString("in").equals(in)))
                .isNotEmpty()
                .allSatisfy(check);
    }

    /** Visits every media type of a request or a response with its place. */
    static void eachContent(BiConsumer<String, JsonObject> check) {
        walk(DOCUMENT, "", (place, part) -> {
            if (part.get("content") instanceof JsonObject content
                    && !place.contains("/properties")
                    && !place.contains("/examples")) {
                content.forEach((type, value) -> check.accept(place + " " + type, value.asJsonObject()));
            }
        });
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
