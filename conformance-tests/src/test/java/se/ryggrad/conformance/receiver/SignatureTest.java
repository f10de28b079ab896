package se.ryggrad.conformance.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.wire.Octets;

class SignatureTest {

    /** The example that the libraries of Standard Webhooks are tested with. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String RIGHT = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final String BODY = "{\"test\": 2432232314}";

    @Test
    void signsAsThePublishedExample() {
        Octets key = Signature.key(SECRET).orElseThrow();

        assertThat(Signature.of(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", Octets.of(BODY)))
                .isEqualTo(RIGHT);
    }

    @Test
    void takesOneRightSignatureAmongSeveral() {
        assertThat(Signature.isBy(SECRET, call(BODY, "v1,AAAA " + RIGHT))).isTrue();
    }

    @Test
    void refusesOtherOctetsAndOtherSecrets() {
        assertThat(Signature.isBy(SECRET, call("{\"test\":2432232314}", RIGHT))).isFalse();
        assertThat(Signature.isBy("whsec_AAAA", call(BODY, RIGHT))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_%", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
    void signsNothingByWhatIsNoSecret(String secret) {
        assertThat(Signature.isBy(secret, call(BODY, RIGHT))).isFalse();
        assertThat(Signature.isBy(secret, call(BODY, "none")))
                .as("no signature")
                .isFalse();
    }

    private static Arrived call(String body, String signature) {
        Map<String, List<String>> headers = Map.of(
                "webhook-id", List.of("msg_p5jXN8AQM9LWM0D4loKWxJek"),
                "webhook-timestamp", List.of("1614265330"),
                "webhook-signature", List.of(signature));
        return new Arrived(0, "POST", headers, Octets.of(body), Json.object());
    }
}
