package se.ryggrad.core.catalog.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.JsonText;
import se.ryggrad.core.json.JsonTree;

/** Tests which schemas of forms are taken (CAT-010, CAT-011, CAT-020 to CAT-023). */
class SchemaSafetyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"foo\"}|/type",
                "{\"multipleOf\":0}|/multipleOf",
                "{\"minLength\":-1}|/minLength",
                "{\"required\":[\"a\",\"a\"]}|/required",
                "{\"items\":[{}]}|/items",
                "{\"not\":5}|/not",
                "{\"properties\":{\"a\":5}}|/properties/a",
                "{\"properties\":{\"type\":{\"type\":\"foo\"}}}|/properties/type/type"
            })
    void refusesWhatIsNoSchema(String schema, String place) {
        assertThat(places(schema)).containsExactly(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"$ref\":\"#/$defs/a\"}|/$ref",
                "{\"$defs\":{\"a\":{}},\"allOf\":[{\"$ref\":\"#\"}]}|/allOf/0/$ref",
                "{\"$defs\":{\"a\":{}},\"$ref\":\"#a\"}|/$ref",
                "{\"$defs\":{\"a\":{\"not\":{}}},\"$ref\":\"#/$defs/a/not\"}|/$ref",
                "{\"properties\":{\"g\":{\"const\":{\"pattern\":\"(a+)+\"}}},\"$ref\":\"#/properties/g/const\"}|/$ref",
                "{\"properties\":{\"g\":{\"$defs\":{\"a\":{}},\"$ref\":\"#/$defs/a\"}}}|/properties/g/$ref",
                "{\"$defs\":{\"a\":{\"$anchor\":\"a\"}}}|/$defs/a/$anchor",
                "{\"patternProperties\":{\"a+x\":{}}}|/patternProperties",
                "{\"properties\":{\"g\":{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\"}}}|/properties/g/$schema",
                "{\"$schema\":\"http://json-schema.org/draft-04/schema#\"}|/$schema",
                "{\"pattern\":\"^a$\"}|/pattern",
                "{\"pattern\":\"^a$\",\"maxLength\":1001}|/pattern",
                "{\"propertyNames\":{\"pattern\":\"^(a+)+$\",\"maxLength\":9}}|/propertyNames/pattern"
            })
    void refusesWhatMayNotStandInAForm(String schema, String place) {
        assertThat(places(schema)).containsExactly(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$defs\":{\"a\":{\"$ref\":\"#/$defs/b\"},\"b\":{\"$ref\":\"#/$defs/a\"}}}",
                "{\"$defs\":{\"a\":{\"anyOf\":[{\"items\":{\"$ref\":\"#/$defs/a\"}},{\"$ref\":\"#/$defs/a\"}]}}}"
            })
    void refusesSchemasThatReferToThemselves(String schema) {
        assertThat(places(schema)).containsExactly("");
    }

    @Test
    void countsWhatReferencesStandFor() {
        assertThat(places(doubling(7))).isEmpty();
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(places(doubling(20))).containsExactly(""));
        assertThat(places("{\"prefixItems\":[" + "{},".repeat(1998) + "true]}")).isEmpty();
        assertThat(places("{\"prefixItems\":[" + "{},".repeat(1999) + "true]}")).containsExactly("");
        assertThat(places(deep(31))).isEmpty();
        assertThat(places(deep(32))).containsExactly("");
    }

    @Test
    void takesValuesAndAnnotationsThatLookLikeSchemas() {
        String odd = "{\"$dynamicRef\":\"#x\",\"$id\":\"x\",\"type\":\"foo\",\"$ref\":5,\"pattern\":\"(a+)+\"}";
        assertThat(places(
                        "{\"$id\":\"urn:example:a\",\"default\":%1$s,\"x-own\":%1$s,\"const\":%1$s,\"enum\":[%1$s],\"examples\":[%1$s]}"
                                .formatted(odd)))
                .isEmpty();
    }

    private static String doubling(int times) {
        return IntStream.rangeClosed(1, times)
                .mapToObj(at -> "\"d%d\":{\"allOf\":[{\"$ref\":\"#/$defs/d%2$d\"},{\"$ref\":\"#/$defs/d%2$d\"}]}"
                        .formatted(at, at - 1))
                .collect(Collectors.joining(",", "{\"$defs\":{\"d0\":{},", "}}"));
    }

    private static String deep(int levels) {
        return "{\"not\":".repeat(levels) + "{}" + "}".repeat(levels);
    }

    private static List<String> places(String schema) {
        return new SchemaSafety(JsonTree.parse(new JsonText(schema)))
                .faults("").stream().map(fault -> fault.where().toString()).toList();
    }
}
