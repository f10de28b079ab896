package se.ryggrad.core.minasidor.register;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Is the portal's client at an issuer, by which it exchanges access tokens (MINA-025).
 *
 * <p>{@link #toString()} never shows the secret.
 *
 * @param issuer the issuer of access tokens
 * @param tokenEndpoint where it exchanges them
 * @param id the client's id
 * @param secret the client's secret
 */
public record ExchangeClient(String issuer, URI tokenEndpoint, String id, String secret) {

    /** Rejects what cannot be called. */
    public ExchangeClient {
        if (!WebAddress.callable(tokenEndpoint)) {
            throw new IllegalArgumentException(
                    "a token endpoint is an https address without user information, query and"
                            + " fragment; http is for this machine alone");
        }
        if (id.isEmpty() || secret.isEmpty()) {
            throw new IllegalArgumentException("a client has an id and a secret");
        }
    }

    /** Returns whether nobody on the way can read along. */
    public boolean encrypted() {
        return WebAddress.encrypted(tokenEndpoint);
    }

    /** Returns how the client shows who it is: {@code client_secret_basic} (RFC 6749 section 2.3.1). */
    public String authorization() {
        String both = encoded(id) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ExchangeClient[" + issuer + "]";
    }
}
