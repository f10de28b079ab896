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
 * @param traceparent the W3C trace context of the request, for events
 */
public record Caller(PrincipalId principal, Actor actor, Optional<Representation> representation, String traceparent) {

    /** Rejects absent parts. */
    public Caller {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(representation, "representation");
        Objects.requireNonNull(traceparent, "traceparent");
    }

    /** Creates a caller who acts for themselves. */
    public Caller(PrincipalId principal, Actor actor, String traceparent) {
        this(principal, actor, Optional.empty(), traceparent);
    }
}
