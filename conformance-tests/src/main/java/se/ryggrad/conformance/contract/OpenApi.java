package se.ryggrad.conformance.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The OpenAPI document of the standard, read for what it says of answers.
 *
 * @param operations the operations, in no order
 */
public record OpenApi(List<Operation> operations) {

    private static final String DOCUMENT = "openapi.yaml";
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    /** Copies the operations. */
    public OpenApi {
        operations = List.copyOf(operations);
    }

    /** Reads the document that ships with the standard. */
    public static OpenApi load() {
        JsonNode document = YAMLMapper.builder().build().readTree(Contract.text(DOCUMENT));
        Reader reader = new Reader(document);
        return new OpenApi(document.path("paths").properties().stream()
                .flatMap(path -> reader.operations(path.getKey(), path.getValue()).stream())
                .toList());
    }

    /** Returns the operation that a request below the base URL asks for; HEAD asks for what GET gives. */
    public Optional<Operation> operation(String method, String path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        return operations.stream()
                .filter(o -> o.method().equals(asked) && o.path().matcher(path).matches())
                .findFirst();
    }

    /**
     * One operation.
     *
     * @param method the method
     * @param name the method and the template of the path
     * @param path what the paths look like
     * @param answers what is said of the answers, by status; {@code default} stands for the others
     */
    public record Operation(String method, String name, Pattern path, Map<String, Said> answers) {

        /** Copies the answers. */
        public Operation {
            answers = Map.copyOf(answers);
        }

        /** Returns what is said of a status, if it is listed. */
        public Optional<Said> said(int status) {
            return Optional.ofNullable(answers.get(String.valueOf(status)));
        }
    }

    /**
     * What is said of the answers of a status.
     *
     * @param content the schema of each media type; a media type without one may hold anything
     */
    public record Said(Map<String, Optional<Schema>> content) {

        /** Copies the content. */
        public Said {
            content = Map.copyOf(content);
        }

        /** Tells whether a media type without parameters is listed. */
        public boolean lists(String mediaType) {
            return content.containsKey(mediaType.toLowerCase(Locale.ROOT)) || content.containsKey("*/*");
        }

        /** Returns what a value lacks to have the form of its media type; empty if nothing. */
        public List<String> faults(String mediaType, JsonNode value) {
            return content.getOrDefault(mediaType.toLowerCase(Locale.ROOT), Optional.empty())
                    .map(schema -> Schemas.faults(value, schema))
                    .orElse(List.of());
        }
    }

    /** Reads operations; a schema that several answers share is compiled once. */
    private static final class Reader {

        private final JsonNode document;
        private final Map<String, Schema> compiled = new HashMap<>();

        Reader(JsonNode document) {
            this.document = document;
        }

        List<Operation> operations(String template, JsonNode path) {
            Pattern pattern = Pattern.compile(VARIABLE.matcher(template).replaceAll("[^/]+"));
            return path.properties().stream()
                    .filter(o -> o.getValue().has("responses"))
                    .map(o -> {
                        String method = o.getKey().toUpperCase(Locale.ROOT);
                        Map<String, Said> answers = new TreeMap<>();
                        o.getValue()
                                .path("responses")
                                .properties()
                                .forEach(r -> answers.put(r.getKey(), said(resolved(r.getValue()))));
                        return new Operation(method, method + " " + template, pattern, answers);
                    })
                    .toList();
        }

        private Said said(JsonNode response) {
            Map<String, Optional<Schema>> content = new HashMap<>();
            response.path("content").properties().forEach(c -> {
                boolean json = c.getKey().contains("json");
                JsonNode schema = c.getValue().path("schema");
                content.put(c.getKey(), json ? Optional.of(compiled(schema)) : Optional.empty());
            });
            return new Said(content);
        }

        private JsonNode resolved(JsonNode node) {
            String reference = node.path("$ref").asString("");
            return reference.isEmpty() ? node : document.at(reference.substring(1));
        }

        private Schema compiled(JsonNode schema) {
            return compiled.computeIfAbsent(Json.write(schema), same -> {
                ObjectNode whole = Json.object("allOf", List.of(schema));
                whole.set("components", Json.object("schemas", document.at("/components/schemas")));
                return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(whole);
            });
        }
    }
}
