package se.ryggrad.core.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import se.ryggrad.core.digest.Sha256;

/**
 * Remembers which signatures held, so that a token that is shown again costs a digest and no public-key arithmetic.
 *
 * <p>Whether a signature holds depends on the token's octets and the key alone, and both are what is remembered, the
 * token as its SHA-256: nothing else about a token is taken for granted. Only signatures that held are remembered, the
 * last used ones, so that nobody without a key can fill the memory. Thread-safe.
 */
final class HeldSignatures {

    /** Checks a signature from the beginning. */
    @FunctionalInterface
    interface Check {
        boolean holds() throws JOSEException;
    }

    private record Held(JWK key, String digest) {}

    private final Map<Held, Boolean> known;

    /**
     * Creates an empty memory.
     *
     * @param most how many signatures to remember
     */
    HeldSignatures(int most) {
        known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Held, Boolean> eldest) {
                return size() > most;
            }
        });
    }

    /** Tells whether the signature of {@code jwt} holds under {@code key}, by {@code check} if it is not remembered. */
    boolean holds(SignedJWT jwt, JWK key, Check check) throws JOSEException {
        Held held = new Held(key, Sha256.hex(jwt.serialize()));
        if (known.get(held) != null) {
            return true;
        }
        boolean holds = check.holds();
        if (holds) {
            known.put(held, true);
        }
        return holds;
    }
}
