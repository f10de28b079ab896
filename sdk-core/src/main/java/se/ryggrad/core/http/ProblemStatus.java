package se.ryggrad.core.http;

import java.util.Arrays;
import java.util.Set;
import se.ryggrad.api.ProblemType;

/** Gives each problem type its one status (CORE-002), and a status the problem type that is all that is known of it. */
public final class ProblemStatus {

    private static final Set<ProblemType> SPECIAL =
            Set.of(ProblemType.INSUFFICIENT_ASSURANCE, ProblemType.IDEMPOTENCY_CONFLICT);

    private ProblemStatus() {}

    /** Returns what a refusal with {@code status} says when nothing else of it can be understood. */
    public static ProblemType plain(int status) {
        ProblemType other = status < 500 ? ProblemType.MALFORMED : ProblemType.INTERNAL;
        return Arrays.stream(ProblemType.values())
                .filter(type -> of(type) == status && !SPECIAL.contains(type))
                .findFirst()
                .orElse(other);
    }

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
