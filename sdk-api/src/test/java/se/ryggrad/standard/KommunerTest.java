package se.ryggrad.standard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Gates the list of kommuner: as many as there are, each once, in the order of their codes. */
class KommunerTest {

    private final List<JsonObject> kommuner = Standard.objects("kommuner.json", "kommuner");

    @Test
    void hasEachOfThe290Once() {
        List<String> codes = texts("code");
        assertThat(codes)
                .hasSize(290)
                .doesNotHaveDuplicates()
                .isSorted()
                .allMatch(code -> code.matches("[0-2][0-9]{3}"));
        assertThat(texts("name")).doesNotHaveDuplicates().allMatch(name -> name.matches("\\p{Lu}[\\p{L} -]+\\p{Ll}"));
    }

    @Test
    void knowsThemByTheNameThatScbGives() {
        assertThat(kommuner)
                .extracting(kommun -> kommun.getString("code") + " " + kommun.getString("name"))
                .contains(
                        "0180 Stockholm",
                        "0331 Heby",
                        "0380 Uppsala",
                        "0980 Gotland",
                        "1280 Malmö",
                        "1283 Helsingborg",
                        "1480 Göteborg",
                        "2581 Piteå");
    }

    private List<String> texts(String member) {
        return kommuner.stream().map(kommun -> kommun.getString(member)).toList();
    }
}
