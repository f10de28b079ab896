package se.ryggrad.conformance.issuer;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A key pair that signs tokens, with its id.
 *
 * <p>Written on the JDK alone: a library shared with a system under test could hide a fault of its own.
 *
 * @param id the {@code kid}
 * @param pair the keys, elliptic (P-256) or RSA
 */
public record SigningKey(String id, KeyPair pair) {

    /** Makes a P-256 key, for ES256. */
    public static SigningKey elliptic() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new SigningKey(UUID.randomUUID().toString(), generator.generateKeyPair());
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("this Java platform has no P-256", fault);
        }
    }

    /** Makes an RSA key of 2048 bits, for RS256 and PS256. */
    public static SigningKey rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new SigningKey(UUID.randomUUID().toString(), generator.generateKeyPair());
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("this Java platform has no RSA", fault);
        }
    }

    /** Returns the algorithm that it signs with unless told otherwise. */
    public String algorithm() {
        return pair.getPublic() instanceof ECPublicKey ? "ES256" : "RS256";
    }

    /** Signs text with ES256, RS256 or PS256 (RFC 7518 section 3). */
    public byte[] sign(String algorithm, String text) {
        try {
            Signature signature = signature(algorithm);
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException fault) {
            throw new IllegalArgumentException("the key " + id + " cannot sign with " + algorithm, fault);
        }
    }

    /** Returns the public key as a JWK (RFC 7517). */
    public ObjectNode publicJwk() {
        if (pair.getPublic() instanceof ECPublicKey key) {
            return Json.object("kty", "EC", "crv", "P-256", "use", "sig", "kid", id)
                    .put("x", fixed(key.getW().getAffineX()))
                    .put("y", fixed(key.getW().getAffineY()));
        }
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        return Json.object("kty", "RSA", "use", "sig", "kid", id)
                .put("n", base64(unsigned(key.getModulus())))
                .put("e", base64(unsigned(key.getPublicExponent())));
    }

    private static Signature signature(String algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case "ES256" -> Signature.getInstance("SHA256withECDSAinP1363Format");
            case "RS256" -> Signature.getInstance("SHA256withRSA");
            case "PS256" -> {
                Signature pss = Signature.getInstance("RSASSA-PSS");
                pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
                yield pss;
            }
            default -> throw new GeneralSecurityException("unknown algorithm " + algorithm);
        };
    }

    private static String fixed(BigInteger coordinate) {
        byte[] bytes = unsigned(coordinate);
        byte[] padded = new byte[32];
        System.arraycopy(bytes, 0, padded, 32 - bytes.length, bytes.length);
        return base64(padded);
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 && bytes.length > 1 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
