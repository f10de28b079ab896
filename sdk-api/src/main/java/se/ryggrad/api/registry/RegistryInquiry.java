package se.ryggrad.api.registry;

import java.util.Objects;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Asks a registry whom somebody may represent.
 *
 * @param principal whose system asks
 * @param representative about whom
 * @param issuer who vouched for the representative: the {@code iss} of the token
 * @param traceparent the W3C trace context of the request, to pass on
 */
public record RegistryInquiry(PrincipalId principal, Identity representative, String issuer, String traceparent) {

    /** Rejects absent parts. */
    public RegistryInquiry {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(representative, "representative");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(traceparent, "traceparent");
    }
}
