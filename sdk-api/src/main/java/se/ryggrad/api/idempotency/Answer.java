package se.ryggrad.api.idempotency;

import java.util.Map;
import java.util.Objects;

/**
 * Keeps an answer as it was given first, so that a replay is the same to the octet.
 *
 * @param status the HTTP status, 2xx
 * @param headers the headers that belong to the answer: {@code Location}, {@code ETag}, {@code
 *     Content-Type}, {@code Content-Language}
 * @param body the body in UTF-8
 */
public record Answer(int status, Map<String, String> headers, String body) {

    /** Rejects what is no success: only a 2xx binds a key. */
    public Answer {
        if (status < 200 || status > 299) {
            throw new IllegalArgumentException("only a 2xx is kept");
        }
        headers = Map.copyOf(headers);
        Objects.requireNonNull(body, "body");
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
