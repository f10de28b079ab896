package se.ryggrad.api.minasidor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.LocalizedText;

/** Tests what an item of the overview refuses to be (MINA-002, MINA-008). */
class OverviewItemTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://x.se", "https://x.se:8443/a?b#c"})
    void leadsToAnAddress(String link) {
        assertThat(item("1", link).link()).contains(URI.create(link));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://x.se/", "https:foo", "https:/foo", "https:///foo", "https://:443/", "//x.se/", "foo"})
    void leadsNowhereElse(String link) {
        assertThatIllegalArgumentException().isThrownBy(() -> item("1", link));
    }

    @Test
    void hasAnIdOfSomeCharactersAndNotTooMany() {
        assertThat(item("å".repeat(200), "https://x.se/").id()).hasSize(200);
        assertThatIllegalArgumentException().isThrownBy(() -> item("å".repeat(201), "https://x.se/"));
        assertThatIllegalArgumentException().isThrownBy(() -> item("", "https://x.se/"));
    }

    private static OverviewItem item(String id, String link) {
        LocalizedText text = new LocalizedText("Faktura", "Invoice");
        return new OverviewItem(
                id, OverviewKind.INVOICE, text, text, Instant.EPOCH, Optional.empty(), Optional.of(URI.create(link)));
    }
}
