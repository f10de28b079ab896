package se.ryggrad.core.rest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.api.Language;

class RequestHeadersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|EN",
                "EN-gb|EN",
                "sv;q=0.1, en;q=0.2|EN",
                "de, fr|SV",
                "en;q=0|SV",
                "*|SV",
                "de, en;q=0.1|EN",
                "sv, en|SV",
                "en;q=nonsense|SV"
            })
    void negotiatesTheLanguage(String header, Language expected) {
        assertThat(with("accept-language", header).language()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|true",
                "*/*|true",
                "application/*|true",
                "text/html, */*;q=0.1|true",
                "text/html|false",
                "application/json;q=0|false",
                "application/json;q=0, */*|true",
                "application/zip|true",
                "application/problem+json|false",
                "APPLICATION/JSON|true"
            })
    void judgesAccept(String header, boolean expected) {
        boolean json = with("Accept", header).accepts("application/zip");
        assertThat(json).isEqualTo(expected);
    }

    @Test
    void anAbsentAcceptAllowsEverything() {
        assertThat(new RequestHeaders(new MultivaluedHashMap<>()).accepts(Operation.JSON))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|true", "application/json; charset=UTF-8|true",
                        "application/json;charset=\"utf-8\"|true",
                "application/json; charset=iso-8859-1|false", "text/json|false", "application/merge-patch+json|false",
                "application/json; version=1|true"
            })
    void knowsJsonInUtf8(String type, boolean expected) {
        assertThat(with("Content-Type", type).announcesJson()).isEqualTo(expected);
    }

    @Test
    void refusesContentEncoding() {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        headers.putSingle("Content-Type", "application/json");
        headers.putSingle("Content-Encoding", "gzip");
        assertThat(new RequestHeaders(headers).announcesJson()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"application/pdf|true", "text/plain; charset=utf-8|true", "pdf|false", "*/*|false", "a/b/c|false"})
    void takesOctetsOfOneMediaType(String type, boolean expected) {
        assertThat(with("Content-Type", type).announcesOctets()).isEqualTo(expected);
    }

    private static RequestHeaders with(String name, String value) {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        headers.putSingle(name, value);
        return new RequestHeaders(headers);
    }
}
