package se.ryggrad.standard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Holds the OpenAPI document against the SKALL rules of DIGG's REST API-profil, one method a rule.
 */
class DiggProfileTest {

    /** The names of RFC 9728, which its own registry fixes. */
    private static final Set<String> OF_RFC_9728 =
            Set.of("authorization_servers", "bearer_methods_supported", "scopes_supported", "resource_name");

    private static final Set<String> HEADERS = Set.of(
            "Accept-Language",
            "traceparent",
            "On-Behalf-Of",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Content-Digest",
            "Range");

    private static final String RFC_3339 = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})";

    @Test
    void dot01TimeIsOmittedWhereItIsNotNeeded() {
        assertThat(formats("On")).isNotEmpty().containsOnly("date");
        assertThat(formats("At")).isNotEmpty().containsOnly("date-time");
    }

    @Test
    void dot02ExamplesFollowRfc3339() {
        List<String> instants = examples("[a-z]\\w*At|time|updatedSince");
        assertThat(instants).hasSizeGreaterThan(8).allSatisfy(text -> {
            assertThat(text).matches(RFC_3339);
            assertThat(OffsetDateTime.parse(text)).isNotNull();
        });
        assertThat(examples("[a-z]\\w*On|apiReleased"))
                .hasSizeGreaterThan(3)
                .allSatisfy(text -> assertThat(LocalDate.parse(text)).isNotNull());
    }

    @Test
    void dot04ExamplesOfAnswersAreInUtc() {
        assertThat(examples("[a-z]\\w*At|time")).hasSizeGreaterThan(8).allMatch(text -> text.endsWith("Z"));
    }

    @Test
    void res06ResourcesAreLowerCase() {
        assertThat(names()).isNotEmpty().allMatch(name -> name.matches("[a-z0-9-]+"));
    }

    @Test
    void ufn02ServersUseHttpsOnItsOwnPort() {
        assertThat(OpenApi.DOCUMENT.getJsonArray("servers").getValuesAs(JsonObject.class))
                .isNotEmpty()
                .allSatisfy(server -> assertThat(server.getString("url")).matches("https://[^/:]+(:443)?/.*"));
    }

    @Test
    void ufn07PathsUseTheCharactersOfAUrl() {
        assertThat(names()).isNotEmpty().allMatch(name -> name.matches("[a-z0-9.~-]+"));
    }

    @Test
    void ufn08HyphensAloneSeparateWords() {
        assertThat(names()).anyMatch(name -> name.contains("-")).allMatch(name -> name.matches("\\w+(-\\w+)*"));
    }

    @Test
    void ufn09NoBlankAndNoUnderscore() {
        assertThat(OpenApi.segments())
                .isNotEmpty()
                .noneMatch(segment -> segment.contains("_") || segment.contains(" "));
        OpenApi.eachParameter(
                "path", parameter -> assertThat(parameter.getString("name")).doesNotContain("_", " "));
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
    void arq02OperationsDeclareAuthorizationAndContentType() {
        assertThat(OpenApi.DOCUMENT.getJsonArray("security")).isNotEmpty();
        OpenApi.operations().forEach((name, operation) -> {
            if (!name.matches("(GET|DELETE) .*")) {
                JsonObject body = OpenApi.resolved(operation.getJsonObject("requestBody"));
                assertThat(body.getJsonObject("content")).as(name).isNotEmpty();
                assertThat(operation.getJsonObject("responses")).as(name).containsKey("415");
            }
        });
    }

    @Test
    void arq05HeadersCarryNoPayload() {
        OpenApi.eachParameter("header", parameter -> {
            assertThat(parameter.getString("name")).isIn(HEADERS);
            assertThat(OpenApi.resolved(parameter.getJsonObject("schema")).getString("type"))
                    .isEqualTo("string");
        });
    }

    @Test
    void fel01ProblemsHaveTheMembersOfRfc9457() {
        assertThat(Standard.strings(OpenApi.component("schemas", "Problem").getJsonArray("required")))
                .contains("type", "title", "status", "detail", "instance");
    }

    @Test
    void fel02ProblemsUseTheirMediaType() {
        OpenApi.eachOperation(operation -> operation.getJsonObject("responses").forEach((status, response) -> {
            if (!status.startsWith("2") && !status.equals("304")) {
                assertThat(OpenApi.resolved(response.asJsonObject())
                                .getJsonObject("content")
                                .keySet())
                        .containsExactly("application/problem+json");
            }
        }));
    }

    @Test
    void fns01QueryParametersAreCamelCase() {
        OpenApi.eachParameter(
                "query", parameter -> assertThat(parameter.getString("name")).matches("[a-z]+([A-Z][a-z]+)*"));
    }

    @Test
    void fns03QueryParametersStartWithALetter() {
        OpenApi.eachParameter(
                "query", parameter -> assertThat(parameter.getString("name")).matches("[A-Za-z].*"));
    }

    @Test
    void fns07ListsPageByLimitAndPage() {
        List<String> lists = OpenApi.operations().values().stream()
                .filter(operation -> operation.getString("operationId").startsWith("list"))
                .peek(operation -> assertThat(
                                OpenApi.parameters(operation).stream().map(parameter -> parameter.getString("name")))
                        .contains("limit", "page"))
                .map(operation -> operation.getString("operationId"))
                .toList();
        assertThat(lists).hasSize(9);
    }

    @Test
    void fns08PageStartsAtOne() {
        JsonObject page = OpenApi.component("parameters", "page").getJsonObject("schema");
        assertThat(page.getInt("minimum")).isEqualTo(1);
        assertThat(page.getInt("default")).isEqualTo(1);
    }

    @Test
    void sak09NoBasicAndNoDigest() {
        assertThat(schemes().values())
                .isNotEmpty()
                .extracting(scheme -> scheme.asJsonObject().getString("scheme"))
                .doesNotContain("basic", "digest");
    }

    @Test
    void sak10TheBearerTokenIsTheOnlyScheme() {
        assertThat(schemes().keySet()).containsExactly("bearer");
        assertThat(schemes().getJsonObject("bearer").getString("scheme")).isEqualTo("bearer");
    }

    @Test
    void sak15NoKeyInTheUrl() {
        for (String in : List.of("query", "path")) {
            OpenApi.eachParameter(
                    in,
                    parameter -> assertThat(parameter.getString("name"))
                            .doesNotContainPattern("(?i)key|token|code|number|secret|password"));
        }
    }

    @Test
    void sak16KeysTravelInHeaders() {
        assertThat(schemes().values()).isNotEmpty().allSatisfy(scheme -> {
            assertThat(scheme.asJsonObject().getString("type")).isEqualTo("http");
            assertThat(scheme.asJsonObject().getString("in", "header")).isEqualTo("header");
        });
    }

    @Test
    void for02GetHasNoBody() {
        assertThat(OpenApi.operations().keySet()).anyMatch(name -> name.startsWith("GET "));
        assertThat(OpenApi.operations().entrySet().stream()
                        .filter(operation -> operation.getKey().startsWith("GET "))
                        .filter(operation -> operation.getValue().containsKey("requestBody")))
                .isEmpty();
    }

    private static JsonObject schemes() {
        return OpenApi.DOCUMENT.getJsonObject("components").getJsonObject("securitySchemes");
    }

    /** Returns the fixed names in the paths; the well-known prefix of RFC 8615 has its own form. */
    private static List<String> names() {
        return OpenApi.segments().stream()
                .filter(segment -> !segment.startsWith("{") && !segment.equals(".well-known"))
                .toList();
    }

    private static Set<String> formats(String ending) {
        Set<String> formats = new TreeSet<>();
        OpenApi.walk(OpenApi.DOCUMENT.getJsonObject("components").getJsonObject("schemas"), "", (place, part) -> {
            if (place.matches(".*/properties/[a-z]\\w*" + ending) && part.containsKey("format")) {
                formats.add(part.getString("format"));
            }
        });
        return formats;
    }

    /** Returns the texts of the members with these names in all examples. */
    private static List<String> examples(String names) {
        List<String> texts = new ArrayList<>();
        OpenApi.walk(
                OpenApi.DOCUMENT,
                "",
                (place, part) -> part.forEach((name, value) -> {
                    if (place.contains("/examples/") && name.matches(names) && value instanceof JsonString text) {
                        texts.add(text.getString());
                    }
                }));
        return texts;
    }

    private static void names(JsonObject part, Set<String> others) {
        if (part.get("properties") instanceof JsonObject properties) {
            properties.keySet().stream()
                    .filter(name -> !name.matches("[a-z]+([A-Z][a-z0-9]*)*[0-9]*|\\$schema"))
                    .forEach(others::add);
        }
    }
}
