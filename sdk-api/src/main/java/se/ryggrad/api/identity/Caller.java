package se.ryggrad.api.identity;

import java.util.Objects;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Says who asks, at which principal and within which trace.
 *
 * @param principal whose system is asked
 * @param actor who asks
 * @param traceparent the W3C trace context of the request, for events
 */
public record Caller(PrincipalId principal, Actor actor, String traceparent) {

    /** Rejects absent parts. */
    public Caller {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(traceparent, "traceparent");
    }
}
