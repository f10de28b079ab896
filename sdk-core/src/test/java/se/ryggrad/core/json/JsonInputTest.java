package se.ryggrad.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;

class JsonInputTest {

    private final JsonInput input = new JsonInput(new JsonLimits(1000, 3));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\":1,}",
                "[1,]",
                "{\"a\" 1}",
                "{'a':1}",
                "{a:1}",
                "nul",
                "01",
                "1.",
                ".5",
                "+1",
                "- 1",
                "NaN",
                "[1] []",
                "{} x",
                "\"\t\"",
                "\"\\x\"",
                "\"\\u12\"",
                "[1 2]",
                "/* c */ {}",
                "\uFEFF{}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\"\\u0000\"",
                "{\"\\u0000\":1}",
                "[[[[1]]]]",
                "{\"a\":{\"a\":{\"a\":{}}}}",
                "]",
                "}",
                "{]",
                "\"a",
                "tru",
                "1e",
                "1e+"
            })
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOfSatisfying(
                        RyggradException.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[[[1]]]", "\"\\ud83d\\ude00\"", "null", " 1 ", "-0", "1e2", "\"\\u0001\""})
    void readsWhatIsJson(String text) {
        assertThat(parse(text).faults()).isEmpty();
    }

    @Test
    void refusesOctetsThatAreNotUtf8() {
        byte[] latin = "\"å\"".getBytes(StandardCharsets.ISO_8859_1);
        byte[] overlong = {'"', (byte) 0xC0, (byte) 0xAF, '"'};
        byte[] surrogate = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
        for (byte[] octets : new byte[][] {latin, overlong, surrogate}) {
            assertThatThrownBy(() -> input.parse(octets)).isInstanceOf(RyggradException.class);
        }
        assertThat(input.parse("\"å\"".getBytes(StandardCharsets.UTF_8)).root()).isEqualTo(JsonTree.of("å"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740992", "-9007199254740992", "1e400", "1E99999999999", "9007199254740991.5"})
    void namesNumbersOutOfRangeAndGoesOn(String number) {
        JsonDocument document = parse("{\"a/b\":[0," + number + "],\"c\":1}");
        assertThat(document.faults()).extracting(Fault::where).containsExactly("/a~1b/1");
        assertThat(document.faults()).extracting(Fault::code).containsExactly(FaultCode.NUMBER_OUT_OF_RANGE);
        assertThat(document.root().at("/c")).contains(JsonTree.of(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740991", "-9007199254740991", "1e-99999", "0.1", "1e-1"})
    void acceptsNumbersInRange(String number) {
        assertThat(parse(number).faults()).isEmpty();
    }

    @Test
    void survivesLongNumbers() {
        JsonInput large = new JsonInput(JsonLimits.DEFAULT);
        byte[] digits = "9".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        assertThat(large.parse(digits).faults()).hasSize(1);
    }

    @Test
    void makesPointersForFaultsAlone() {
        String numbers = "0,".repeat(200_000) + "0";
        byte[] body = ("{\"" + "a".repeat(500_000) + "\":[" + numbers + "]}").getBytes(StandardCharsets.UTF_8);
        JsonInput large = new JsonInput(JsonLimits.DEFAULT);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        assertThat(large.parse(body).faults()).isEmpty();
        assertThat(threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
                .isLessThan(200_000_000);
    }

    @Test
    void namesNotManyPlacesWithLongNames() {
        String numbers = "1e99,".repeat(10_000) + "0";
        byte[] body = ("{\"" + "a".repeat(100_000) + "\":[" + numbers + "]}").getBytes(StandardCharsets.UTF_8);
        assertThat(new JsonInput(JsonLimits.DEFAULT).parse(body).faults()).hasSize(1);
        assertThat(parse("[" + "1e99,".repeat(150) + "0]").faults()).hasSize(150);
    }

    @Test
    void readsNoMoreThanTheLimit() {
        assertThat(input.octets(new ByteArrayInputStream(new byte[1000]))).hasSize(1000);
        assertThatThrownBy(() -> input.octets(new ByteArrayInputStream(new byte[1001])))
                .isInstanceOfSatisfying(
                        RyggradException.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.PAYLOAD_TOO_LARGE));
    }

    @Test
    void writesWhatItRead() {
        String text = "{\"b\":[1,2.50,true,null,\"å\\\"\\n\\u0001\"],\"a\":{}}";
        assertThat(JsonOutput.text(parse(text).root())).isEqualTo(text);
    }

    @Test
    void canonicalFormSortsMembersAndWritesNumbersShortest() {
        assertThat(CanonicalJson.of(parse("{\"b\":1.50,\"a\":1e2,\"å\":\"\\u000f\"}")
                                .root())
                        .text())
                .isEqualTo("{\"a\":100,\"b\":1.5,\"å\":\"\\u000f\"}");
    }

    private JsonDocument parse(String text) {
        return input.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
