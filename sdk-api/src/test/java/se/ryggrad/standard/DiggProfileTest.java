package se.ryggrad.standard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Holds the OpenAPI document against the SKALL rules of DIGG's REST API-profil that a document can show. */
class DiggProfileTest {

    /** The names of RFC 9728, which its own registry fixes. */
    private static final Set<String> OF_RFC_9728 =
            Set.of("authorization_servers", "bearer_methods_supported", "scopes_supported", "resource_name");

    private final JsonObject info = OpenApi.DOCUMENT.getJsonObject("info");

    @Test
    void dok03InfoIsComplete() {
        assertThat(info.keySet()).contains("version", "title", "description", "contact", "license");
        assertThat(info.getJsonObject("contact").keySet()).contains("name", "url", "email");
        assertThat(info.getJsonObject("license").keySet()).contains("name", "url");
    }

    @Test
    void dok08ServiceLevelIsStated() {
        assertThat(info.getString("termsOfService")).startsWith("https://");
        assertThat(info.getJsonObject("x-sla").keySet()).contains("availability", "responseTime", "support");
    }

    @Test
    void dok09LimitationsAreStated() {
        assertThat(Standard.strings(info.getJsonArray("x-limitations")))
                .isNotEmpty()
                .noneMatch(String::isBlank);
    }

    @Test
    void dok11NoDescriptionIsBlank() {
        List<String> seen = new ArrayList<>();
        OpenApi.walk(OpenApi.DOCUMENT, "", (place, part) -> {
            if (part.get("description") instanceof JsonString text) {
                assertThat(text.getString()).as(place).isNotBlank();
                seen.add(place);
            }
        });
        assertThat(seen).hasSizeGreaterThan(200);
    }

    @Test
    void dok15RequestsAndResponsesHaveExamples() {
        List<String> seen = new ArrayList<>();
        eachContent((place, content) -> {
            seen.add(place);
            assertThat(content.getJsonObject("examples")).as(place).isNotEmpty();
        });
        assertThat(seen).hasSizeGreaterThan(40);
    }

    @Test
    void dok19OperationsAreDescribed() {
        assertThat(OpenApi.operations().values()).hasSize(22).allSatisfy(operation -> {
            assertThat(operation.getString("description")).isNotBlank();
            assertThat(operation.getString("summary")).isNotBlank();
        });
        assertThat(OpenApi.operations().values().stream().map(operation -> operation.getString("operationId")))
                .doesNotHaveDuplicates();
    }

    @Test
    void dok20EveryReturnAndErrorCodeIsDescribed() {
        eachOperation(operation -> operation.getJsonObject("responses").forEach((status, response) -> {
            assertThat(status).matches("[2-4]\\d\\d|default");
            assertThat(OpenApi.resolved(response.asJsonObject()).getString("description"))
                    .isNotBlank();
        }));
    }

    @Test
    void dot01InstantsAreRfc3339() {
        JsonObject receivedAt = member("Case", "receivedAt");
        assertThat(receivedAt.getString("format")).isEqualTo("date-time");
        assertThat(member("Case", "receivedOn").getString("format")).isEqualTo("date");
    }

    @Test
    void res06AndUfn08ResourcesAreLowerCaseWithHyphens() {
        assertThat(segments()).allMatch(segment -> segment.matches("(\\.?[a-z0-9]+(-[a-z0-9]+)*)|\\{[a-zA-Z]+}"));
    }

    @Test
    void ufn02ServersUseHttps() {
        for (JsonValue server : OpenApi.DOCUMENT.getJsonArray("servers")) {
            assertThat(server.asJsonObject().getString("url")).startsWith("https://");
        }
    }

    @Test
    void ufn07AndUfn09PathsHaveNoOtherCharacters() {
        assertThat(segments()).noneMatch(segment -> segment.contains("_") || segment.contains(" "));
    }

    @Test
    void ame05MembersAreCamelCase() {
        Set<String> others = new TreeSet<>();
        OpenApi.DOCUMENT
                .getJsonObject("components")
                .getJsonObject("schemas")
                .values()
                .forEach(schema -> OpenApi.walk(schema, "", (place, part) -> names(part, others)));
        others.removeAll(OF_RFC_9728);
        assertThat(others).isEmpty();
    }

    @Test
    void arq05HeadersCarryNoPayload() {
        eachParameter(parameter -> {
            if (parameter.getString("in").equals("header")) {
                assertThat(parameter.getString("name"))
                        .isIn(
                                "Accept-Language",
                                "traceparent",
                                "On-Behalf-Of",
                                "Idempotency-Key",
                                "If-Match",
                                "If-None-Match",
                                "Content-Digest",
                                "Range");
            }
        });
    }

    @Test
    void fel01AndFel02ProblemsFollowRfc9457() {
        assertThat(Standard.strings(OpenApi.component("schemas", "Problem").getJsonArray("required")))
                .contains("type", "title", "status", "detail", "instance");
        eachOperation(operation -> operation.getJsonObject("responses").forEach((status, response) -> {
            if (!status.startsWith("2") && !status.equals("304")) {
                assertThat(OpenApi.resolved(response.asJsonObject())
                                .getJsonObject("content")
                                .keySet())
                        .containsExactly("application/problem+json");
            }
        }));
    }

    @Test
    void ver06ApiInfoLiesUnderTheRoot() {
        assertThat(OpenApi.operations()).containsKey("GET /api-info");
        assertThat(Standard.strings(OpenApi.component("schemas", "ApiInfo").getJsonArray("required")))
                .contains("apiName", "apiVersion", "apiReleased", "apiDocumentation", "apiStatus");
    }

    @Test
    void fns01AndFns03ParametersHaveOneNameThatStartsWithALetter() {
        eachParameter(parameter -> assertThat(parameter.getString("name")).matches("[A-Za-z][A-Za-z-]*"));
    }

    @Test
    void fns05QueryParametersAreOptional() {
        eachParameter(parameter -> {
            if (parameter.getString("in").equals("query")) {
                assertThat(parameter.getBoolean("required", false)).isFalse();
            }
        });
    }

    @Test
    void fns07AndFns08ListsPageFromOne() {
        JsonObject limit = OpenApi.component("parameters", "limit").getJsonObject("schema");
        assertThat(limit.getInt("default")).isEqualTo(20);
        assertThat(limit.getInt("maximum")).isEqualTo(100);
        assertThat(OpenApi.component("parameters", "page")
                        .getJsonObject("schema")
                        .getInt("minimum"))
                .isEqualTo(1);
        List<String> lists = OpenApi.operations().values().stream()
                .filter(operation -> operation.getString("operationId").startsWith("list"))
                .peek(operation -> assertThat(parameters(operation).stream().map(one -> one.getString("name")))
                        .contains("limit", "page"))
                .map(operation -> operation.getString("operationId"))
                .toList();
        assertThat(lists).hasSize(5);
    }

    @Test
    void sak10TheBearerTokenIsTheOnlyScheme() {
        JsonObject schemes = OpenApi.DOCUMENT.getJsonObject("components").getJsonObject("securitySchemes");
        assertThat(schemes.keySet()).containsExactly("bearer");
        assertThat(schemes.getJsonObject("bearer").getString("scheme")).isEqualTo("bearer");
    }

    @Test
    void sak15AndSak16NoKeyInTheUrl() {
        eachParameter(parameter -> {
            if (!parameter.getString("in").equals("header")) {
                assertThat(parameter.getString("name")).doesNotContainPattern("(?i)key|token|code|number");
            }
        });
    }

    @Test
    void getHasNoBody() {
        assertThat(OpenApi.operations().entrySet().stream()
                        .filter(operation -> operation.getKey().startsWith("GET "))
                        .filter(operation -> operation.getValue().containsKey("requestBody")))
                .isEmpty();
    }

    private static JsonObject member(String schema, String name) {
        return OpenApi.component("schemas", schema).getJsonObject("properties").getJsonObject(name);
    }

    private static List<String> segments() {
        return OpenApi.DOCUMENT.getJsonObject("paths").keySet().stream()
                .flatMap(path -> List.of(path.substring(1).split("/", -1)).stream())
                .toList();
    }

    private static void names(JsonObject part, Set<String> others) {
        if (part.get("properties") instanceof JsonObject properties) {
            properties.keySet().stream()
                    .filter(name -> !name.matches("[a-z]+([A-Z][a-z0-9]*)*[0-9]*|\\$schema"))
                    .forEach(others::add);
        }
    }

    private static void eachOperation(Consumer<JsonObject> check) {
        assertThat(OpenApi.operations().values()).isNotEmpty().allSatisfy(check);
    }

    private static void eachParameter(Consumer<JsonObject> check) {
        eachOperation(
                operation -> assertThat(parameters(operation)).isNotEmpty().allSatisfy(check));
    }

    private static List<JsonObject> parameters(JsonObject operation) {
        JsonArray parameters = operation.getJsonArray("parameters");
        return parameters.getValuesAs(JsonObject.class).stream()
                .map(OpenApi::resolved)
                .toList();
    }

    private static void eachContent(BiConsumer<String, JsonObject> check) {
        OpenApi.walk(OpenApi.DOCUMENT, "", (place, part) -> {
            if (part.get("content") instanceof JsonObject content
                    && !place.contains("/properties")
                    && !place.contains("/examples")) {
                content.forEach((type, value) -> check.accept(place + " " + type, value.asJsonObject()));
            }
        });
    }
}
