package se.ryggrad.conformance.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a planted number is found however it is written, and nothing else is. */
class CanarySearchTest {

    private static final IdentityNumber PLANTED = IdentityNumber.completed("19900101" + "980");
    private static final String TWELVE = PLANTED.digits();
    private static final String TEN = PLANTED.tenDigits();
    private static final String DASHED = TWELVE.substring(0, 8) + "-" + TWELVE.substring(8);

    private final CanarySearch search = new CanarySearch(List.of(PLANTED));

    static Stream<Arguments> writings() throws NoSuchAlgorithmException {
        return Stream.of(
                Arguments.of("twelve digits", "case of " + TWELVE + " opened"),
                Arguments.of("ten digits", "person=" + TEN + ";"),
                Arguments.of("a hyphen, twelve digits", "\"" + DASHED + "\""),
                Arguments.of("a hyphen, ten digits", DASHED.substring(2)),
                Arguments.of("a plus", DASHED.substring(2).replace('-', '+')),
                Arguments.of("a space", DASHED.replace('-', ' ')),
                Arguments.of("other digits before it", "20261126 " + TWELVE),
                Arguments.of("a file name", "avtal_" + TWELVE + ".pdf"),
                Arguments.of("a path", "/cases/" + TWELVE + "/events"),
                Arguments.of("the hyphen percent-encoded", DASHED.replace("-", "%2D")),
                Arguments.of("every digit percent-encoded", TWELVE.replaceAll("(\\d)", "%3$1")),
                Arguments.of("base64", encoded(TWELVE)),
                Arguments.of("base64 one octet in", encoded("a" + TWELVE)),
                Arguments.of("base64 two octets in", encoded("ab" + TWELVE)),
                Arguments.of("base64url amid a token", "eyJ." + encoded("{\"pnr\":\"" + DASHED + "\"}") + ".x"),
                Arguments.of("SHA-256 of twelve digits", hash(TWELVE)),
                Arguments.of("SHA-256 of ten digits, upper case", hash(TEN).toUpperCase(java.util.Locale.ROOT)),
                Arguments.of("the second line", "2026-11-26 INFO ok\n2026-11-26 INFO " + TEN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writings")
    void findsANumberWritten(String writing, String text) {
        assertThat(search.find(text)).as(writing).isPresent();
        assertThat(search.find(text).orElseThrow()).doesNotContain(TEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-26T10:00:00.123Z INFO 4bf92f3577b34da6a3ce929d0e0e4736",
                "191212121212",
                "00019900101 9802 0",
                "1732618800123",
                "dGhpcyBpcyBub3QgYSBudW1iZXI",
                "PROVA 2026-000123"
            })
    void leavesOtherTextAlone(String text) {
        assertThat(search.find(text)).isEmpty();
    }

    @Test
    void leavesNearMissesAlone() {
        assertThat(search.find(PLANTED.miscalculated())).isEmpty();
        assertThat(search.find("1" + TWELVE)).as("thirteen digits").isEmpty();
        assertThat(search.find(TEN.substring(1))).as("nine digits").isEmpty();
        assertThat(search.find(DASHED.replace('-', '/'))).as("a slash").isEmpty();
        assertThat(search.find(encoded(PLANTED.miscalculated())))
                .as("another in base64")
                .isEmpty();
        assertThat(search.find(TWELVE.replaceAll("(\\d)", "%4$1")))
                .as("letters percent-encoded")
                .isEmpty();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
