package se.ryggrad.core.rest.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/pdf|application/pdf",
                "Application/PDF; version=1|application/pdf",
                "text/plain; charset=UTF-8|text/plain;charset=utf-8",
                "text/csv;header=present;charset=\"iso-8859-1\"|text/csv;charset=iso-8859-1",
                "text/plain;charset=a b|text/plain",
                "text/plain;xcharset=utf-8|text/plain"
            })
    void keepsTheTypeAndItsCharset(String given, String kept) {
        assertThat(MediaTypes.kept(given)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pdf", "*/*", "a/b/c", "text/plain, text/csv", ";charset=utf-8"})
    void knowsWhatIsNoMediaType(String given) {
        assertThat(MediaTypes.kept(given)).isEmpty();
    }

    @Test
    void keepsNothingThatIsLongerThanItsColumn() {
        String longest = "a/" + "b".repeat(198);
        assertThat(MediaTypes.kept(longest + ";charset=" + "c".repeat(40)).orElseThrow())
                .hasSizeLessThanOrEqualTo(255);
        assertThat(MediaTypes.kept(longest + ";charset=" + "c".repeat(41))).contains(longest);
        assertThat(MediaTypes.kept(longest + "b")).isEmpty();
    }
}
