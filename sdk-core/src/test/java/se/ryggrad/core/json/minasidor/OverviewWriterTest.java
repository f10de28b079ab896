package se.ryggrad.core.json.minasidor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.minasidor.OverviewItem;
import se.ryggrad.api.minasidor.OverviewKind;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;

/** Tests that an item has its members and no others (MINA-002). */
class OverviewWriterTest {

    private static final Optional<OverviewItem.Ask> NOTHING = Optional.empty();

    @Test
    void writesAllThereIs() {
        OverviewItem.Ask ask = new OverviewItem.Ask(Optional.of(LocalDate.of(2026, 12, 14)));
        JsonTree.ObjectNode json = OverviewWriter.item(
                item(Optional.of(ask), Optional.of(URI.create("https://minasidor.example.se/ärenden/7"))), "sub-1");

        assertThat(json).isEqualTo(JsonTree.parse(new JsonText("""
                {"for":"sub-1","id":"7","kind":"invoice","title":{"sv":"Faktura","en":"Invoice"},
                "status":{"sv":"Obetald","en":"Unpaid"},"updatedAt":"2026-11-24T08:12:07.000Z","actionRequired":true,
                "dueOn":"2026-12-14","link":"https://minasidor.example.se/%C3%A4renden/7"}""")));
        assertThat(json.members().keySet())
                .isEqualTo(StandardFiles.json("schemas/overview-item.schema.json")
                        .object("properties")
                        .orElseThrow()
                        .members()
                        .keySet());
    }

    @Test
    void leavesOutWhatThereIsNot() {
        List<String> required =
                StandardFiles.json("schemas/overview-item.schema.json").texts("required");
        JsonTree.ObjectNode json = OverviewWriter.item(item(NOTHING, Optional.empty()), "sub-1");

        assertThat(json.members().keySet()).containsExactlyElementsOf(required);
        assertThat(json.at("/actionRequired")).contains(JsonTree.of(false));
    }

    @Test
    void asksWithoutADay() {
        JsonTree.ObjectNode json = OverviewWriter.item(
                item(Optional.of(new OverviewItem.Ask(Optional.empty())), Optional.empty()), "sub-1");

        assertThat(json.at("/actionRequired")).contains(JsonTree.of(true));
        assertThat(json.members()).doesNotContainKey("dueOn");
    }

    private static OverviewItem item(Optional<OverviewItem.Ask> ask, Optional<URI> link) {
        return new OverviewItem(
                "7",
                OverviewKind.INVOICE,
                new LocalizedText("Faktura", "Invoice"),
                new LocalizedText("Obetald", "Unpaid"),
                Instant.parse("2026-11-24T08:12:07Z"),
                ask,
                link);
    }
}
