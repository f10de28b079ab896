package se.ryggrad.api.idempotency;

import java.util.Objects;
import java.util.Optional;

/**
 * Holds what a key is bound to.
 *
 * @param requestDigest the digest of the first request
 * @param resource the id of the resource that the first request made or acted on; empty where there is none, as of a
 *     sealing
 * @param answer the first answer; absent when what it showed has been erased since
 */
public record KeptAnswer(String requestDigest, String resource, Optional<Answer> answer) {

    /** Rejects absent parts. */
    public KeptAnswer {
        Objects.requireNonNull(requestDigest, "requestDigest");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(answer, "answer");
    }
}
