package se.ryggrad.core.rest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeFilterTest {

    private static final String PATH = "/ryggrad/2581/v1/cases";

    @ParameterizedTest
    @ValueSource(strings = {"/{a}", "/199001019802|", "/a%zz", "/a%", "/a%ff", "/a%00", "/a\\b", "/å", "/a b", "/#a"})
    void answersNotFoundToWhatIsNoPath(String below) throws Exception {
        ServletDouble exchange = new ServletDouble(PATH + below, null, Map.of("Accept-Language", List.of("en")));
        assertThat(exchange.pass(new EdgeFilter())).isEmpty();
        assertThat(exchange.status()).isEqualTo(404);
        assertThat(exchange.contentType()).isEqualTo("application/problem+json");
        assertThat(new String(exchange.body(), StandardCharsets.UTF_8))
                .contains("\"type\":\"urn:ryggrad:problem:not-found\"", "\"status\":404", "\"traceId\":\"")
                .doesNotContain("1990");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a%2Fb", "/%C3%A5", "/a;b=c", "/-._~!$&'()*+,;=:@"})
    void letsPathsThrough(String below) throws Exception {
        ServletDouble exchange = new ServletDouble(PATH + below, "q=%C3%A5&page=1", Map.of());
        assertThat(exchange.pass(new EdgeFilter())).contains(exchange.request());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"personnummer=199001019802{", "q=%zz", "q=%", "q=\"", "q=<", "q=[", "q=\\", "q=%ff", "q=%00"})
    void makesOneUnknownParameterOfAnUnreadableQuery(String query) throws Exception {
        HttpServletRequest left = left(query, Map.of());
        assertThat(left.getQueryString()).isEqualTo("query=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "''|-",
                "a|-",
                ";;|-",
                "text/plain, text/html|-",
                "text/plain;charset=a b|text/plain",
                "text/plain;charset=utf-8|text/plain;charset=utf-8",
                "application/pdf; version=\"1.7\"|application/pdf; version=\"1.7\""
            })
    void leavesMediaTypesOnly(String given, String expected) throws Exception {
        HttpServletRequest left = left("page=1", Map.of("Content-Type", List.of(given)));
        assertThat(left.getHeader("content-type")).isEqualTo(expected);
        assertThat(Collections.list(left.getHeaderNames()).contains("Content-Type"))
                .isEqualTo(expected != null);
    }

    @Test
    void readsPreferencesOfAnyLength() throws Exception {
        String accept = "*/*" + ";a=a".repeat(50_000);
        String language = "sv" + "-a".repeat(50_000);
        HttpServletRequest left =
                left("page=1", Map.of("Accept", List.of(accept + ", /"), "Accept-Language", List.of(language)));
        assertThat(left.getHeader("Accept")).isEqualTo(accept);
        assertThat(left.getHeader("Accept-Language")).isEqualTo(language);
    }

    private static HttpServletRequest left(String query, Map<String, List<String>> headers) throws Exception {
        return new ServletDouble(PATH, query, headers).pass(new EdgeFilter()).orElseThrow();
    }
}
