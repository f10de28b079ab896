package se.ryggrad.core.rest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.ryggrad.core.rest.gate.Operation.Keyed;
import se.ryggrad.core.rest.gate.Operation.Takes;
import se.ryggrad.standard.OpenApi;

/** Holds the list of operations against the OpenAPI document. */
class OperationsTest {

    /** Is what both the list and the document say of an operation. */
    private record Line(
            String operation,
            Set<String> query,
            Keyed key,
            Takes takes,
            String produces,
            boolean tokenNeeded,
            boolean represents) {}

    @Test
    void listsTheOperationsAsTheDocumentDoes() {
        List<Line> listed = Operations.ALL.stream().map(OperationsTest::listed).toList();
        Set<String> operations = OpenApi.operations().keySet();

        assertThat(operations).hasSizeGreaterThan(20);
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        operations.stream().map(OperationsTest::documented).toList());
    }

    @Test
    void letsNobodyInByAScopeThatTheMetadataDoesNotTell() {
        Set<String> wanted = Operations.ALL.stream()
                .map(Operation::access)
                .flatMap(access -> Stream.concat(access.scopes().stream(), access.delegated().stream()))
                .collect(Collectors.toSet());

        assertThat(wanted).isEqualTo(Set.copyOf(OpenApi.supportedScopes()));
    }

    private static Line listed(Operation operation) {
        return new Line(
                operation.method() + " /" + String.join("/", operation.path()),
                new TreeSet<>(operation.query()),
                operation.key(),
                operation.takes(),
                operation.produces(),
                operation.access().tokenNeeded(),
                operation.access().represents());
    }

    private static Line documented(String name) {
        JsonObject operation = Objects.requireNonNull(OpenApi.operations().get(name));
        return new Line(
                name.replaceAll("\\{[^}]*}", "*"),
                parameters(name, "query").map(OperationsTest::name).collect(Collectors.toCollection(TreeSet::new)),
                key(name),
                takes(operation),
                produces(operation),
                tokenNeeded(operation),
                parameters(name, "header").map(OperationsTest::name).anyMatch("On-Behalf-Of"::equals));
    }

    private static Keyed key(String operation) {
        return parameters(operation, "header")
                .filter(header -> name(header).equals("Idempotency-Key"))
                .map(header -> header.getBoolean("required", false) ? Keyed.REQUIRED : Keyed.OPTIONAL)
                .findFirst()
                .orElse(Keyed.NONE);
    }

    private static Takes takes(JsonObject operation) {
        JsonObject body = OpenApi.resolved(operation
                .getOrDefault("requestBody", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject());
        if (body.isEmpty()) {
            return Takes.NOTHING;
        }
        return media(body).equals(Operation.JSON) ? Takes.JSON : Takes.OCTETS;
    }

    private static String produces(JsonObject operation) {
        Set<String> media = operation.getJsonObject("responses").entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> OpenApi.resolved(response.getValue().asJsonObject()))
                .map(response -> response.containsKey("content") ? media(response) : Operation.JSON)
                .collect(Collectors.toSet());
        return String.join(" or ", media);
    }

    /** Tells whether nobody comes in without a token: so it is unless the operation lists a way without. */
    private static boolean tokenNeeded(JsonObject operation) {
        JsonArray ways = operation.getJsonArray("security");
        return ways == null || !(ways.isEmpty() || ways.contains(JsonValue.EMPTY_JSON_OBJECT));
    }

    private static Stream<JsonObject> parameters(String operation, String in) {
        return OpenApi.parameters(operation).stream()
                .filter(parameter -> parameter.getString("in").equals(in));
    }

    private static String name(JsonObject parameter) {
        return parameter.getString("name");
    }

    private static String media(JsonObject holder) {
        return String.join(" or ", holder.getJsonObject("content").keySet());
    }
}
