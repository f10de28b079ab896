package se.ryggrad.conformance.twin.http;

import java.util.Locale;

/** Lists the closed set of problems with the status that belongs to each. */
public enum ProblemType {
    MALFORMED(400),
    NOT_AUTHENTICATED(401),
    INSUFFICIENT_ASSURANCE(403),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    STATE_CONFLICT(409),
    STALE_VERSION(412),
    PAYLOAD_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    RANGE_NOT_SATISFIABLE(416),
    VALIDATION(422),
    IDEMPOTENCY_CONFLICT(422),
    PRECONDITION_REQUIRED(428),
    TOO_MANY_REQUESTS(429),
    INTERNAL(500),
    UNAVAILABLE(503);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    /** Returns the status code of every answer of this type. */
    public int status() {
        return status;
    }

    /** Returns the name of the type as it stands in the URN. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
