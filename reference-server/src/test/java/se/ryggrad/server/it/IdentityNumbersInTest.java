package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the search of the log finds a number in every form that a log may give it, and nothing else. */
class IdentityNumbersInTest {
    private static final String TEN = Api.ALVA.substring(2);
    private static final String NAME = "{\"name\":\"Alva\",\"sub\":\"" + Api.ALVA + "\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "case of 199001012385 opened",
                "person=9001012385;",
                "900101-2385",
                "19900101-2385",
                "900101+2385",
                "18900101+2385",
                "900101 2385",
                "19900101 2385",
                "900161-9809",
                "pnr199001012385x",
                "pnr9001012385",
                "\"199001012385\"",
                "199001012385,9001012385",
                "q=%22199001012385%22",
                "q%3D199001012385",
                "19900101%2D2385",
                "19900101%2b2385",
                "900101%202385",
                "q=%2522199001012385%2522",
                "\\u00319\\u0039001012385"
            })
    void findsDigits(String planted) {
        assertThat(IdentityNumbersIn.text(planted)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("encoded")
    void findsWhatIsEncoded(String planted) {
        assertThat(IdentityNumbersIn.text(planted)).isNotEmpty();
    }

    static Stream<String> encoded() {
        return Stream.of(Api.ALVA, TEN, "900101-2385")
                .flatMap(form -> Stream.of("", "a", "ab", "abc").map(before -> before + form))
                .flatMap(text -> Stream.of(
                        "q=" + url(text),
                        "GET /" + url(text) + "/" + url("x" + text),
                        "q=" + base64(text + "?>~"),
                        "Bearer " + url("{\"alg\":\"ES256\"}") + "." + url(NAME.replace(Api.ALVA, text)) + "."
                                + url("s")));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void findsEveryEscapeOfEveryDigit(String number) {
        String escaped = number.chars().mapToObj("%%%02X"::formatted).collect(Collectors.joining());
        assertThat(IdentityNumbersIn.text("GET /cases?q=" + escaped)).hasSize(1);
    }

    static List<String> numbers() {
        return List.of(Api.ALVA, TEN, "900101-2385");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "another check digit 199001012386 and 9001012384",
                "no month 199013012381, no day 199001322388",
                "thirteen digits 1199001012385 or 1990010123850",
                "eleven digits 99001012385",
                "another century 219001012385",
                "a time 2026112312 and 1764155000 s, 1764155000123 ms",
                "an organisation 2120002759",
                "a thread 00000028",
                "two words 900101  2385, 900101\n2385, 900101.2385",
                "a trace 4bf92f3577b34da69001012385e0e473-00f067aa0ba902b7",
                "a case 7f0e4a52-9001-4123-8585-199001012385"
            })
    void passesBy(String text) {
        assertThat(IdentityNumbersIn.text(text)).isEmpty();
    }

    private static String url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
