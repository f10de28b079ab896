package se.ryggrad.core.cases.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.core.json.CanonicalJson;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.JsonTree.ObjectNode;
import se.ryggrad.core.json.StandardFiles;

class HashChainTest {

    /** Our trees hold no number beyond ±(2^53 − 1) (CORE-015); the text of the vector is tried instead. */
    private static final String OUT_OF_RANGE = "1e+21";

    static Stream<ObjectNode> canonical() {
        return objects("canonical");
    }

    static Stream<ObjectNode> events() {
        return objects("chains")
                .flatMap(chain -> chain.items("events").stream())
                .map(HashChainTest::object);
    }

    @ParameterizedTest
    @MethodSource("canonical")
    void writesTheCanonicalFormsOfTheVectors(ObjectNode vector) {
        String canonical = vector.text("canonical").orElseThrow();

        assertThat(CanonicalJson.of(new JsonText(canonical)).text()).isEqualTo(canonical);
        if (!canonical.contains(OUT_OF_RANGE)) {
            assertThat(CanonicalJson.of(vector.member("input").orElseThrow()).text())
                    .isEqualTo(canonical);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void sealsTheChainsOfTheVectors(ObjectNode vector) {
        CaseEvent.Seal seal = HashChain.seal(
                vector.text("previous").orElseThrow(),
                vector.member("sequence")
                        .flatMap(JsonTree::asNumber)
                        .orElseThrow()
                        .longValueExact(),
                HexFormat.of().parseHex(vector.text("salt").orElseThrow()),
                CanonicalJson.of(vector.member("content").orElseThrow()));

        assertThat(seal.contentDigest()).isEqualTo(vector.text("contentDigest").orElseThrow());
        assertThat(seal.hash()).isEqualTo(vector.text("hash").orElseThrow());
    }

    @Test
    void hasVectors() {
        assertThat(canonical().count()).isPositive();
        assertThat(events().count()).isPositive();
    }

    private static Stream<ObjectNode> objects(String list) {
        List<JsonTree> items = StandardFiles.json("vectors/hash-chain.json").items(list);
        return items.stream().map(HashChainTest::object);
    }

    private static ObjectNode object(JsonTree tree) {
        return tree.asObject().orElseThrow();
    }
}
