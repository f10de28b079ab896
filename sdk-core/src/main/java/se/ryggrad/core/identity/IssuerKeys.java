package se.ryggrad.core.identity;

import com.nimbusds.jose.jwk.JWK;
import java.util.Optional;

/** Knows the public keys of trusted issuers. */
interface IssuerKeys {

    /**
     * Returns the key that {@code issuer} publishes under {@code kid}, or nothing.
     *
     * @throws se.ryggrad.api.RyggradException {@code unavailable} when no key of the issuer was ever read
     */
    Optional<JWK> find(TrustedIssuer issuer, String kid);
}
