package se.ryggrad.conformance.issuer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds an access token (RFC 9068), good unless a check changes it.
 *
 * <p>Every header parameter, claim and key can be replaced or taken away, so that each fault can be made by itself.
 */
public final class TokenBuilder {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final ObjectNode header;
    private final ObjectNode claims;
    private SigningKey key;
    private byte @Nullable [] secret;
    private boolean tampered;

    private TokenBuilder(ObjectNode header, ObjectNode claims, SigningKey key) {
        this.header = header;
        this.claims = claims;
        this.key = key;
    }

    /** Begins a token that is good for half an hour for the given audience. */
    public static TokenBuilder issuedBy(Issuer issuer, String audience, String subject) {
        return issuedBy(issuer.url(), issuer.key(), audience, subject);
    }

    /** Begins a token of any issuer, signed with the given key, that is good for half an hour. */
    public static TokenBuilder issuedBy(String issuer, SigningKey key, String audience, String subject) {
        long now = Instant.now().getEpochSecond();
        ObjectNode claims = Json.object("iss", issuer, "sub", subject, "aud", audience)
                .put("iat", now)
                .put("exp", now + Duration.ofMinutes(30).toSeconds());
        return new TokenBuilder(Json.object("typ", "at+jwt"), claims, key).key(key);
    }

    /** Returns a builder that starts from this one and leaves it alone. */
    public TokenBuilder copy() {
        TokenBuilder copy = new TokenBuilder(header.deepCopy(), claims.deepCopy(), key);
        copy.secret = secret;
        copy.tampered = tampered;
        return copy;
    }

    /** Sets a claim; a value as in {@link Json#object}. */
    public TokenBuilder claim(String name, Object value) {
        claims.set(name, Json.value(value));
        return this;
    }

    /** Takes a claim away. */
    public TokenBuilder without(String name) {
        claims.remove(name);
        return this;
    }

    /** Sets a header parameter. */
    public TokenBuilder header(String name, Object value) {
        header.set(name, Json.value(value));
        return this;
    }

    /** Takes a header parameter away. */
    public TokenBuilder withoutHeader(String name) {
        header.remove(name);
        return this;
    }

    /** Signs with another key and names it in the header, with the algorithm it signs with by default. */
    public TokenBuilder key(SigningKey other) {
        key = other;
        return header("kid", other.id()).header("alg", other.algorithm());
    }

    /** Signs with another key but names the old one. */
    public TokenBuilder forgedWith(SigningKey other) {
        key = other;
        return this;
    }

    /** Names another algorithm and signs with it where the key can. */
    public TokenBuilder algorithm(String name) {
        return header("alg", name);
    }

    /** Sets the secret for an HS algorithm. */
    public TokenBuilder secret(byte[] bytes) {
        secret = bytes.clone();
        return this;
    }

    /** Sets issuer and key to another issuer's. */
    public TokenBuilder issuer(Issuer issuer) {
        return claim("iss", issuer.url()).key(issuer.key());
    }

    /** Sets when the token ends, counted from now; may be negative. */
    public TokenBuilder expiresIn(Duration fromNow) {
        return claim("exp", Instant.now().plus(fromNow).getEpochSecond());
    }

    /** Sets that the token is issued now and how long it lasts. */
    public TokenBuilder lasting(Duration time) {
        long now = Instant.now().getEpochSecond();
        return claim("iat", now).claim("exp", now + time.toSeconds());
    }

    /** Tells whether the token is good for a time from now. */
    public boolean lastsFor(Duration time) {
        return claims.path("exp").asLong(0) >= Instant.now().plus(time).getEpochSecond();
    }

    /** Changes one bit of the signature. */
    public TokenBuilder tampered() {
        tampered = true;
        return this;
    }

    /** Returns the value of a claim as text, empty if it is missing. */
    public String claimed(String name) {
        return claims.path(name).asString("");
    }

    /** Signs and returns the compact form. */
    public String compact() {
        String content = encoded(header) + "." + encoded(claims);
        byte[] signature = signature(content);
        if (tampered && signature.length > 0) {
            signature[signature.length / 2] ^= 1;
        }
        return content + "." + BASE64.encodeToString(signature);
    }

    private byte[] signature(String content) {
        String algorithm = header.path("alg").asString("");
        if (algorithm.equalsIgnoreCase("none")) {
            return new byte[0];
        }
        return algorithm.startsWith("HS") ? mac(algorithm, content) : key.sign(algorithm, content);
    }

    private byte[] mac(String algorithm, String content) {
        String name = "HmacSHA" + algorithm.substring(2);
        byte[] known = secret == null ? "secret".getBytes(StandardCharsets.US_ASCII) : secret;
        try {
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(known, name));
            return mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException fault) {
            throw new IllegalArgumentException("no algorithm " + algorithm, fault);
        }
    }

    private static String encoded(ObjectNode node) {
        return BASE64.encodeToString(Json.write(node).getBytes(StandardCharsets.UTF_8));
    }
}
