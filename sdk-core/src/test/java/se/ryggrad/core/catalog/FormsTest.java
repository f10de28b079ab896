package se.ryggrad.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.ryggrad.api.Fault;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;

class FormsTest {

    private static final JsonText PLAIN = StandardFiles.json("services/conformance-plain.json")
            .member("form")
            .orElseThrow()
            .json();

    private final Forms forms = new Forms();

    @Test
    void takesAFormWithoutFaults() {
        assertThat(
                        faults(
                                PLAIN,
                                "{\"subject\":\"å\",\"amount\":0.5,\"quantity\":10.0,\"measure\":\"other\","
                                        + "\"otherMeasure\":\"x\",\"contacts\":[{\"name\":\"n\",\"phone\":\"070-123 45 67\"}]}"))
                .isEmpty();
    }

    @Test
    void namesEveryFaultAtItsPlace() {
        assertThat(
                        faults(
                                PLAIN,
                                "{\"amount\":0,\"quantity\":11,\"measure\":\"other\",\"email\":\"x\",\"startsOn\":5,"
                                        + "\"contacts\":[{\"phone\":\"x\",\"q\":1},{\"name\":\"a\"},{\"name\":\"a\"},{\"name\":\"a\"}],\"a/b\":1}"))
                .containsExactly(
                        "/form/amount exclusive-minimum",
                        "/form/a~1b unknown-member",
                        "/form/contacts max-items",
                        "/form/contacts/0/name required",
                        "/form/contacts/0/phone format",
                        "/form/contacts/0/q unknown-member",
                        "/form/email format",
                        "/form/otherMeasure required",
                        "/form/quantity maximum",
                        "/form/startsOn type",
                        "/form/subject required");
    }

    @Test
    void closesTheOutermostObjectWhereTheFormSaysNothing() {
        assertThat(faults(schema("{\"type\":\"object\",\"properties\":{}}"), "{\"a\":1}"))
                .containsExactly("/form/a unknown-member");
    }

    @Test
    void countsLengthsInCodePoints() {
        JsonText schema = schema("{\"properties\":{\"a\":{\"maxLength\":2}}}");

        assertThat(faults(schema, "{\"a\":\"😀😀\"}")).isEmpty();
        assertThat(faults(schema, "{\"a\":\"😀😀😀\"}")).containsExactly("/form/a max-length");
    }

    @Test
    void triesNoPatternOnATextThatIsTooLong() {
        JsonText schema = schema("{\"properties\":{\"a\":{\"maxLength\":10,\"pattern\":\"a+x\"}}}");

        assertThat(faults(schema, "{\"a\":\"b\"}")).containsExactly("/form/a pattern");
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(faults(schema, "{\"a\":\"" + "a".repeat(60_000) + "\"}"))
                        .containsExactly("/form/a max-length"));
    }

    @Test
    void checksTheNamesOfMembers() {
        JsonText schema = schema("{\"additionalProperties\":true,\"propertyNames\":"
                + "{\"maxLength\":3,\"pattern\":\"^[a-z]+$\",\"enum\":[\"ab\",\"AB\"],\"not\":{\"const\":\"cd\"}}}");

        assertThat(faults(schema, "{\"ab\":1}")).isEmpty();
        assertThat(faults(schema, "{\"AB\":1}")).containsExactly("/form property-names");
        assertThat(faults(schema, "{\"cd\":1}")).containsExactly("/form property-names");
    }

    @Test
    void comparesItemsWithoutDelay() {
        JsonText schema = schema("{\"properties\":{\"a\":{\"maxItems\":5,\"uniqueItems\":true}}}");
        String items = IntStream.range(0, 100_000).mapToObj(String::valueOf).collect(Collectors.joining(","));

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(faults(schema, "{\"a\":[" + items + "]}")).containsExactly("/form/a max-items"));
        assertThat(faults(schema, "{\"a\":[{\"b\":1,\"c\":2},{\"c\":2.0,\"b\":1}]}"))
                .containsExactly("/form/a unique-items");
    }

    @Test
    void endsAtABoundOfSteps() {
        JsonText schema = schema(
                "{\"properties\":{\"a\":{\"items\":{\"allOf\":[" + "{\"minimum\":1},".repeat(1500) + "true]}}}}");
        String items = "1,".repeat(100_000) + "1";

        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThatThrownBy(() -> faults(schema, "{\"a\":[" + items + "]}"))
                        .isInstanceOfSatisfying(
                                RyggradException.class,
                                refused ->
                                        assertThat(refused.problem().type()).isEqualTo(ProblemType.PAYLOAD_TOO_LARGE)));
    }

    @Test
    void obeysNoSchemaInAValueOrAnAnnotation() {
        String odd = "{\"$dynamicRef\":\"#x\",\"$id\":\"x\",\"type\":\"foo\",\"$ref\":5}";
        JsonText schema =
                schema("{\"properties\":{\"a\":{\"default\":%1$s,\"x-own\":%1$s,\"const\":%1$s},".formatted(odd)
                        + "\"const\":{\"enum\":[{\"$id\":\"y\"},null,1]}}}");

        assertThat(faults(schema, "{\"a\":" + odd + ",\"const\":{\"$id\":\"y\"}}"))
                .isEmpty();
        assertThat(faults(schema, "{\"a\":1,\"const\":2}")).containsExactly("/form/a const", "/form/const enum");
        assertThat(faults(schema, "{\"const\":1.0}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"anyOf\":[{\"minLength\":5},{\"type\":\"number\"}]}|any-of",
                "{\"oneOf\":[{\"type\":\"string\"},{\"minLength\":1}]}|one-of",
                "{\"not\":{\"type\":\"string\"}}|not",
                "{\"const\":\"y\"}|const",
                "{\"enum\":[\"y\"]}|enum",
                "{\"allOf\":[{\"minLength\":5}]}|min-length",
                "{\"$ref\":\"#/$defs/long\"}|min-length",
                "false|not"
            })
    void namesTheKeywordOfAString(String rule, String code) {
        JsonText schema = schema("{\"properties\":{\"a\":" + rule + "},\"$defs\":{\"long\":{\"minLength\":3}}}");

        assertThat(faults(schema, "{\"a\":\"x\"}")).containsExactly("/form/a " + code);
    }

    @Test
    void namesWhatDependsOnAnother() {
        JsonText schema =
                schema("{\"properties\":{\"a\":{},\"b\":{}},\"dependentRequired\":{\"a\":[\"b\"],\"c\":[\"d\"]}}");

        assertThat(faults(schema, "{\"a\":1}")).containsExactly("/form/b dependent-required");
    }

    @Test
    void saysWhatToChangeByTheTitleOfTheForm() {
        List<Fault> found = forms.faults(PLAIN, JsonTree.parse(new JsonText("{\"amount\":-1}")), "/form");

        assertThat(found)
                .extracting(fault -> fault.detail().sv())
                .containsExactly("Belopp: Ange ett tal som är större än 0.", "Ämne: uppgiften saknas.");
        assertThat(found)
                .extracting(fault -> fault.detail().en())
                .containsExactly("Amount: State a number greater than 0.", "Subject: this is missing.");
    }

    static Stream<Arguments> formats() {
        return StandardFiles.json("vectors/formats.json").items("formats").stream()
                .map(format -> format.asObject().orElseThrow())
                .flatMap(format -> Stream.concat(
                        format.texts("valid").stream()
                                .map(text -> Arguments.of(format.text("format").orElseThrow(), text, true)),
                        format.texts("invalid").stream()
                                .map(text -> Arguments.of(format.text("format").orElseThrow(), text, false))));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void demandsTheFormatsOfTheVectors(String format, String text, boolean valid) {
        JsonText schema = schema("{\"properties\":{\"a\":{\"format\":\"" + format + "\"}}}");
        JsonTree form = JsonTree.object().put("a", text).build();

        assertThat(forms.faults(schema, form, "/form"))
                .extracting(fault -> fault.where() + ' ' + fault.code().code())
                .isEqualTo(valid ? List.of() : List.of("/form/a format"));
    }

    private List<String> faults(JsonText schema, String form) {
        return forms.faults(schema, JsonTree.parse(new JsonText(form)), "/form").stream()
                .map(fault -> fault.where() + ' ' + fault.code().code())
                .toList();
    }

    private static JsonText schema(String text) {
        return new JsonText(text);
    }
}
