package se.ryggrad.core.identity;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;

/** Is where the public keys of an issuer come from. */
public sealed interface KeySource {

    /** Returns the source that reads the key set at {@code jwks} over HTTP, and reads it again as keys change. */
    static KeySource at(URI jwks) {
        return new Published(jwks);
    }

    /**
     * Returns the source that is the key set {@code jwks} (RFC 7517) itself, for an issuer in this process: nothing is
     * fetched.
     *
     * @throws IllegalArgumentException when {@code jwks} is no key set
     */
    static KeySource of(String jwks) {
        try {
            return new Held(JWKSet.parse(jwks).toPublicJWKSet());
        } catch (ParseException malformed) {
            throw new IllegalArgumentException("no JWK set", malformed);
        }
    }

    /**
     * Is a key set that the issuer publishes.
     *
     * @param address where
     */
    record Published(URI address) implements KeySource {}

    /** Is a key set that is at hand. */
    final class Held implements KeySource {

        private final JWKSet keys;

        private Held(JWKSet keys) {
            this.keys = keys;
        }

        JWKSet keys() {
            return keys;
        }
    }
}
