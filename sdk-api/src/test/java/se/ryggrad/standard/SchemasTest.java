package se.ryggrad.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gates the schemas: services and examples are valid, and the schemas agree with the OpenAPI document. */
class SchemasTest {

    static Stream<Path> services() {
        return Standard.files("services").stream();
    }

    /** Returns the schemas of the contract; that of a registry's answer is another service's. */
    static Stream<Path> schemas() {
        return Standard.files("schemas").stream()
                .filter(file -> !String.valueOf(file.getFileName()).startsWith("registry-"));
    }

    @Test
    void theConformanceServicesAreThoseOfTheList() {
        JsonArray listed = Standard.json("conformance-services.json").getJsonArray("services");
        assertThat(services().map(file -> String.valueOf(file.getFileName()).replace(".json", "")))
                .containsExactlyInAnyOrderElementsOf(Standard.strings(listed));
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyServiceIsValid(Path file) {
        JsonObject service = Standard.json("services/" + file.getFileName());
        JsonObject schema = Standard.json("schemas/service-definition.schema.json");
        assertThat(faults(schema, service)).isEmpty();
        assertThat(service.getString("id") + ".json").isEqualTo(String.valueOf(file.getFileName()));
    }

    @Test
    void aServiceWithAnUnknownMemberIsInvalid() {
        JsonObject service = Json.createObjectBuilder(Standard.json("services/conformance-plain.json"))
                .add("attachements", JsonValue.EMPTY_JSON_ARRAY)
                .build();
        assertThat(faults(Standard.json("schemas/service-definition.schema.json"), service))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyDefinitionIsThatOfTheOpenApiDocument(Path file) {
        JsonObject schema = Standard.json("schemas/" + file.getFileName());
        schema.getOrDefault("$defs", JsonValue.EMPTY_JSON_OBJECT).asJsonObject().forEach((name, definition) -> {
            String shown = OpenApi.component("schemas", name).toString().replace("#/components/schemas/", "#/$defs/");
            assertThat(definition.toString()).as(name).isEqualTo(shown);
        });
    }

    @Test
    void everyExampleIsValid() {
        List<String> faults = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        Validator validator = validator();
        URI contract = validator.registerSchema(Json.createObjectBuilder()
                .add("$schema", "https://json-schema.org/draft/2020-12/schema")
                .add("$id", "urn:ryggrad:openapi")
                .add("components", OpenApi.DOCUMENT.getJsonObject("components"))
                .build());
        OpenApi.walk(OpenApi.DOCUMENT.getJsonObject("paths"), "", (place, part) -> {
            if (part.get("schema") instanceof JsonObject schema
                    && schema.containsKey("$ref")
                    && part.containsKey("examples")) {
                URI uri = URI.create(contract + schema.getString("$ref"));
                part.getJsonObject("examples").forEach((name, example) -> {
                    seen.add(place + " " + name);
                    Validator.Result result =
                            validator.validate(uri, example.asJsonObject().get("value"));
                    result.getErrors().forEach(error -> faults.add(place + " " + name + " " + error));
                });
            }
        });
        assertThat(seen).hasSizeGreaterThan(40);
        assertThat(faults).isEmpty();
    }

    private static List<String> faults(JsonObject schema, JsonObject value) {
        Validator validator = validator();
        URI uri = validator.registerSchema(schema);
        return validator.validate(uri, value).getErrors().stream()
                .map(String::valueOf)
                .toList();
    }

    private static Validator validator() {
        return new ValidatorFactory()
                .withJsonNodeFactory(new JakartaJsonNode.Factory())
                .createValidator();
    }
}
