package se.ryggrad.standard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the OpenAPI document against DIGG's SKALL rules about documentation, versions and maturity. */
class DiggDocumentationTest {

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
        assertThat(seen).hasSizeGreaterThan(200).contains("/info");
    }

    @Test
    void dok15RequestsAndResponsesHaveExamples() {
        List<String> seen = new ArrayList<>();
        OpenApi.eachContent((place, content) -> {
            seen.add(place);
            assertThat(content.getJsonObject("examples")).as(place).isNotEmpty();
        });
        assertThat(seen).hasSizeGreaterThan(40);
    }

    @Test
    void dok16TheSpecificationIsOpenApi() {
        assertThat(OpenApi.DOCUMENT.getString("openapi")).matches("3\\.\\d+\\.\\d+");
        assertThat(OpenApi.operations()).hasSize(46);
    }

    @Test
    void dok19OperationsAreDescribed() {
        assertThat(OpenApi.operations().values()).hasSize(46).allSatisfy(operation -> {
            assertThat(operation.getString("description")).isNotBlank();
            assertThat(operation.getString("summary")).isNotBlank();
        });
        assertThat(OpenApi.operations().values().stream().map(operation -> operation.getString("operationId")))
                .doesNotHaveDuplicates();
    }

    @Test
    void dok20EveryReturnAndErrorCodeIsDescribed() {
        OpenApi.eachOperation(operation -> operation.getJsonObject("responses").forEach((status, response) -> {
            assertThat(status).matches("[2-4]\\d\\d|default");
            assertThat(OpenApi.resolved(response.asJsonObject()).getString("description"))
                    .isNotBlank();
        }));
    }

    @Test
    void dok21AuthenticationIsStated() {
        assertThat(OpenApi.DOCUMENT.getJsonArray("security").toString()).isEqualTo("[{\"bearer\":[]}]");
        assertThat(OpenApi.operations().values().stream().filter(operation -> !operation.containsKey("security")))
                .hasSizeGreaterThan(8)
                .allSatisfy(operation ->
                        assertThat(operation.getJsonObject("responses")).containsKeys("401", "403"));
    }

    @Test
    void ver06ApiInfoLiesUnderTheRoot() {
        assertThat(OpenApi.operations()).containsKey("GET /api-info");
    }

    @Test
    void ver07ApiInfoHasItsFiveMembers() {
        assertThat(Standard.strings(OpenApi.component("schemas", "ApiInfo").getJsonArray("required")))
                .contains("apiName", "apiVersion", "apiReleased", "apiDocumentation", "apiStatus");
    }

    @Test
    void mog01ResourcesAreUsedByTheMethodsOfHttp() {
        assertThat(OpenApi.segments()).noneMatch(segment -> segment.matches("(?i)(get|create|update|delete|list).*"));
        assertThat(OpenApi.operations().keySet()).allMatch(name -> name.matches("(GET|POST|PUT|DELETE) /.*"));
        assertThat(OpenApi.DOCUMENT
                        .getValue("/paths/~1cases/post/responses/201/headers")
                        .asJsonObject())
                .containsKey("Location");
    }

    @Test
    void hyp01ActionsAreDescribed() {
        assertThat(OpenApi.component("schemas", "Case")
                        .getJsonObject("properties")
                        .getJsonObject("allowedActions")
                        .getString("description"))
                .isNotBlank();
    }
}
