package se.ryggrad.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;

/** Recomputes the test vectors with libraries that did not make them. */
class VectorsTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final String ZEROS = "0".repeat(64);

    static Stream<JsonObject> canonical() {
        return Standard.objects("vectors/hash-chain.json", "canonical").stream();
    }

    static Stream<JsonObject> chains() {
        return Standard.objects("vectors/hash-chain.json", "chains").stream();
    }

    static Stream<JsonObject> valid() {
        return Standard.objects("vectors/identity-numbers.json", "valid").stream();
    }

    static Stream<JsonObject> invalid() {
        return Standard.objects("vectors/identity-numbers.json", "invalid").stream();
    }

    @ParameterizedTest
    @MethodSource("canonical")
    void canonicalFormsAreThoseOfRfc8785(JsonObject vector) throws IOException {
        assertThat(new JsonCanonicalizer(String.valueOf(vector.get("input"))).getEncodedString())
                .isEqualTo(vector.getString("canonical"));
    }

    @ParameterizedTest
    @MethodSource("chains")
    void chainsFollowTheRule(JsonObject chain) throws IOException, GeneralSecurityException {
        String previous = ZEROS;
        for (JsonObject event : chain.getJsonArray("events").getValuesAs(JsonObject.class)) {
            String canonical = new JsonCanonicalizer(String.valueOf(event.get("content"))).getEncodedString();
            assertThat(event.getString("canonical")).isEqualTo(canonical);
            assertThat(event.getString("previous")).isEqualTo(previous);
            byte[] digest = sha256(HEX.parseHex(event.getString("salt")), canonical.getBytes(StandardCharsets.UTF_8));
            assertThat(event.getString("contentDigest")).isEqualTo(HEX.formatHex(digest));
            byte[] sequence = ByteBuffer.allocate(Long.BYTES)
                    .putLong(event.getInt("sequence"))
                    .array();
            previous = HEX.formatHex(sha256(HEX.parseHex(previous), sequence, digest));
            assertThat(event.getString("hash")).isEqualTo(previous);
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    void validNumbersAreTaken(JsonObject vector) {
        assertThat(new Identity(scheme(vector), vector.getString("value")).value())
                .isEqualToIgnoringCase(vector.getString("value"));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void invalidNumbersAreRefused(JsonObject vector) {
        IdentityScheme scheme = scheme(vector);
        String value = vector.getString("value");
        assertThatIllegalArgumentException().isThrownBy(() -> new Identity(scheme, value));
    }

    private static IdentityScheme scheme(JsonObject vector) {
        return IdentityScheme.valueOf(vector.getString("scheme").toUpperCase(Locale.ROOT));
    }

    private static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
