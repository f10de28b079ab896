package se.ryggrad.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Lists the problem types of the standard; the list is closed (RFC 9457, DIGG FEL.01). */
public enum ProblemType {
    /** Well-formed input with values that break a rule. */
    VALIDATION,
    /** Input that is not what its media type or its header syntax says. */
    MALFORMED,
    /** No token, or one that is not accepted. */
    NOT_AUTHENTICATED,
    /** A level of assurance below what the service asks for (RFC 9470). */
    INSUFFICIENT_ASSURANCE,
    /** This kind of actor, group, relation or right never may. */
    FORBIDDEN,
    /** Nothing there that the actor may know of. */
    NOT_FOUND,
    /** The resource has no such method. */
    METHOD_NOT_ALLOWED,
    /** No representation that the request accepts. */
    NOT_ACCEPTABLE,
    /** Not now: status, track, assignment or open items stand in the way. */
    STATE_CONFLICT,
    /** {@code If-Match} names another version than the current one. */
    STALE_VERSION,
    /** {@code If-Match} is missing. */
    PRECONDITION_REQUIRED,
    /** The idempotency key was used for another body. */
    IDEMPOTENCY_CONFLICT,
    /** More octets than the limit in {@code /capabilities}. */
    PAYLOAD_TOO_LARGE,
    /** A media type or content encoding that the operation does not take. */
    UNSUPPORTED_MEDIA_TYPE,
    /** A range outside the document. */
    RANGE_NOT_SATISFIABLE,
    /** Too many requests from this client. */
    TOO_MANY_REQUESTS,
    /** A fault of the system itself. */
    INTERNAL,
    /** Not reachable now; try again later. */
    UNAVAILABLE;

    private static final String PREFIX = "urn:ryggrad:problem:";

    /** Returns the type that {@code urn} documents, or nothing for another one. */
    public static Optional<ProblemType> parse(String urn) {
        return Arrays.stream(values()).filter(type -> type.urn().equals(urn)).findFirst();
    }

    /** Returns the documented URN, for example {@code urn:ryggrad:problem:stale-version}. */
    public String urn() {
        return PREFIX + code();
    }

    /** Returns the last part of the URN. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
