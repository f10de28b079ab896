package se.ryggrad.api.identity;

import java.util.Objects;
import java.util.Optional;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Says who asks, for whom, at which principal and within which trace.
 *
 * @param principal whose system is asked
 * @param actor who asks
 * @param representation by what a person acts for another; absent for somebody who acts for themselves
 * @param issuer who vouches for the actor: the {@code iss} of the token; absent without one, and then no registry is asked
 *     about persons
 * @param traceparent the W3C trace context of the request, for events
 */
public record Caller(
        PrincipalId principal,
        Actor actor,
        Optional<Representation> representation,
        Optional<String> issuer,
        String traceparent) {

    /** Rejects absent parts. */
    public Caller {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(representation, "representation");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(traceparent, "traceparent");
    }

    /** Creates a caller for whom no registry is asked about persons. */
    public Caller(PrincipalId principal, Actor actor, Optional<Representation> representation, String traceparent) {
        this(principal, actor, representation, Optional.empty(), traceparent);
    }

    /** Creates a caller who acts for themselves. */
    public Caller(PrincipalId principal, Actor actor, String traceparent) {
        this(principal, actor, Optional.empty(), traceparent);
    }
}
