package se.ryggrad.api.minasidor;

import java.util.Objects;
import java.util.Optional;

/**
 * Is the access token that a person came with; it was verified. A portal exchanges it and passes it on to no source (MINA-026).
 *
 * <p>{@link #toString()} never shows it.
 *
 * @param value the token itself
 * @param issuer its {@code iss}
 * @param acr the level of assurance as it names it
 */
public record PresentedToken(String value, String issuer, Optional<String> acr) {

    /** Rejects absent parts. */
    public PresentedToken {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(acr, "acr");
    }

    @Override
    public String toString() {
        return "PresentedToken[" + issuer + "]";
    }
}
