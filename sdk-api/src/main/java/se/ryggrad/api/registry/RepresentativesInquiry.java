package se.ryggrad.api.registry;

import java.util.Objects;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Asks a registry who may represent somebody.
 *
 * <p>{@link #toString()} shows nobody, so that no number reaches a log.
 *
 * @param principal whose system asks
 * @param represented about whom
 * @param issuer who vouched for whoever makes the request: the {@code iss} of the token
 * @param traceparent the W3C trace context of the request, to pass on
 */
public record RepresentativesInquiry(PrincipalId principal, Identity represented, String issuer, String traceparent) {

    /** Rejects absent parts. */
    public RepresentativesInquiry {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(represented, "represented");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(traceparent, "traceparent");
    }

    @Override
    public String toString() {
        return "RepresentativesInquiry[" + issuer + "]";
    }
}
