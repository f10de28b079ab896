package se.ryggrad.core.identity;

import com.nimbusds.jose.util.Base64URL;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.identity.AssuranceLevel;

/** Sends tokens that no honest issuer makes: each is refused, and none is a fault of the server (CORE-058). */
class HostileTokenTest extends TokenVerifierScene {

    @ParameterizedTest
    @ValueSource(strings = {"1e30", "-1", "9223372036854775807", "253402300800", "1e400"})
    void refusesTimesThatNoDateHolds(String seconds) throws Exception {
        for (String claim : List.of("nbf", "exp", "iat")) {
            refused(signed(claims().replace("}", ",\"" + claim + "\":" + seconds + "}")));
        }
        accepted(signed(claims().replace("}", ",\"nbf\":1}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "1",
                "\"a\"",
                "",
                " ",
                "{",
                "[[[[",
                "true",
                "{\"alg\":null}",
                "{\"alg\":[]}",
                "{\"alg\":{}}",
                "{\"alg\":1}",
                "{\"alg\":\"\"}",
                "{\"alg\":\"none\"}",
                "{\"alg\":\"ES256\",\"typ\":1}",
                "{\"alg\":\"ES256\",\"kid\":[]}",
                "{\"alg\":\"ES256\",\"crit\":1}",
                "{\"alg\":\"ES256\",\"crit\":[null]}",
                "{\"alg\":\"ES256\",\"jwk\":1}",
                "{\"alg\":\"ES256\",\"jwk\":{}}",
                "{\"alg\":\"ES256\",\"x5c\":[1]}",
                "{\"alg\":\"ES256\",\"x5u\":\"\"}",
                "{\"alg\":\"ES256\",\"b64\":false}",
                "{\"alg\":\"ES256\",\"alg\":\"none\"}",
                "\uD83D\uDE00"
            })
    void refusesOddHeaders(String header) throws Exception {
        String payload = encoded(claims());
        refused(encoded(header) + '.' + payload + ".AAAA");
        refused(encoded(header) + ".e30.eA");
        refused(encoded(header) + ".." + encoded("x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "1",
                "\"a\"",
                "",
                "{",
                "{\"iss\":1}",
                "{\"iss\":null}",
                "{\"aud\":{}}",
                "{\"aud\":[1]}",
                "{\"aud\":[null]}",
                "{\"exp\":\"x\"}",
                "{\"exp\":[]}",
                "{\"sub\":{}}",
                "{\"exp\":1,\"exp\":2}",
                "{\"a\":\"\\ud800\"}"
            })
    void refusesOddClaims(String payload) throws Exception {
        refused(signed(payload));
    }

    @Test
    void refusesNestingAndLengthWithoutEnd() throws Exception {
        refused(encoded("[".repeat(6_000)) + ".e30.eA");
        refused(encoded("{\"alg\":".repeat(1_500)) + ".e30.eA");
        refused(signed("{\"a\":" + "[".repeat(6_000)));
        refused(signed("{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}"));
        refused("e30." + "A".repeat(20_000) + ".eA");
    }

    @Test
    void refusesWhatIsNotBase64url() throws Exception {
        String sound = issuer.token(person().build());
        accepted(sound);
        refused(sound + "=");
        refused(sound.replaceFirst("\\.", "=."));
        refused(sound + " ");
        refused(sound + ".");
        refused("");
    }

    private String claims() {
        String exp = "\"exp\":" + clock.instant().plusSeconds(3600).getEpochSecond();
        return "{\"iss\":\"" + issuer.url() + "\",\"sub\":\"s\",\"aud\":\"" + BASE + "\",\"" + NUMBER + "\":\"" + PERSON
                + "\",\"acr\":\"" + AssuranceLevel.LOA3.uri() + "\"" + "," + exp + "}";
    }

    private static String encoded(String text) {
        return Base64URL.encode(text).toString();
    }
}
