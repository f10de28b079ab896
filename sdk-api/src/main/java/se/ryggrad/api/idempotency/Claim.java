package se.ryggrad.api.idempotency;

import java.time.Instant;
import java.util.Objects;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Claims an idempotency key for one request.
 *
 * <p>A key counts within its {@link Scope} alone: it is no oracle for other actors. For an anonymous
 * actor the key itself is the scope.
 *
 * @param scope where the key counts
 * @param key the client's key
 * @param requestDigest SHA-256 of media type and body, lower-case hex; {@code If-Match} is not counted
 * @param at when the request arrived
 */
public record Claim(Scope scope, IdempotencyKey key, String requestDigest, Instant at) {

    /** Rejects absent parts. */
    public Claim {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(requestDigest, "requestDigest");
        Objects.requireNonNull(at, "at");
    }

    /**
     * Bounds the meaning of a key.
     *
     * @param principal whose system
     * @param actor who asks
     * @param represented the representation acted by, or an empty text
     * @param method the HTTP method
     * @param path the path below the base URL
     */
    public record Scope(PrincipalId principal, ActorId actor, String represented, String method, String path) {}
}
