package se.ryggrad.conformance.receiver;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.ryggrad.conformance.wire.Octets;

/** Signs and verifies by Standard Webhooks 1.0.0, version v1: HMAC with SHA-256. */
public final class Signature {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** Returns the octets of a secret, if it is {@code whsec_} and base64. */
    public static Optional<Octets> key(String secret) {
        try {
            return secret.startsWith(PREFIX)
                    ? Optional.of(Octets.of(Base64.getDecoder().decode(secret.substring(PREFIX.length()))))
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** Tells whether one of the signatures of a call is by a secret over what came. */
    public static boolean isBy(String secret, Arrived call) {
        List<String> signatures = Arrays.asList(call.header("webhook-signature").split(" ", -1));
        return key(secret)
                .filter(key -> key.size() > 0)
                .map(key -> of(key, call.id(), call.header("webhook-timestamp"), call.body()))
                .filter(signatures::contains)
                .isPresent();
    }

    static String of(Octets key, String id, String timestamp, Octets body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(US_ASCII));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body.bytes()));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
