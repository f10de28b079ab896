package se.ryggrad.conformance.issuer;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** Reads a private key of the curve P-256 from a JWK (RFC 7518 section 6.2). */
public final class PrivateJwk {

    private final JsonNode jwk;

    private PrivateJwk(JsonNode jwk) {
        this.jwk = jwk;
    }

    /**
     * Reads the key.
     *
     * @throws IllegalArgumentException if it is no private key of that curve
     */
    public static SigningKey read(JsonNode jwk) {
        try {
            return new PrivateJwk(jwk).key();
        } catch (GeneralSecurityException fault) {
            throw new IllegalArgumentException("no private key of the curve P-256", fault);
        }
    }

    private SigningKey key() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
        KeyFactory factory = KeyFactory.getInstance("EC");
        KeyPair pair = new KeyPair(
                factory.generatePublic(new ECPublicKeySpec(new ECPoint(number("x"), number("y")), curve)),
                factory.generatePrivate(new ECPrivateKeySpec(number("d"), curve)));
        return new SigningKey(jwk.path("kid").asString(""), pair);
    }

    private BigInteger number(String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(member).asString("")));
    }
}
