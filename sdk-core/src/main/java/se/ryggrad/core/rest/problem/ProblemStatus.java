package se.ryggrad.core.rest.problem;

import se.ryggrad.api.ProblemType;

/** Gives each problem type its one status (CORE-002). */
public final class ProblemStatus {

    private ProblemStatus() {}

    /** Returns the HTTP status of {@code type}. */
    public static int of(ProblemType type) {
        return switch (type) {
            case MALFORMED -> 400;
            case NOT_AUTHENTICATED -> 401;
            case INSUFFICIENT_ASSURANCE, FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case STATE_CONFLICT -> 409;
            case STALE_VERSION -> 412;
            case PAYLOAD_TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case RANGE_NOT_SATISFIABLE -> 416;
            case VALIDATION, IDEMPOTENCY_CONFLICT -> 422;
            case PRECONDITION_REQUIRED -> 428;
            case TOO_MANY_REQUESTS -> 429;
            case INTERNAL -> 500;
            case UNAVAILABLE -> 503;
        };
    }
}
