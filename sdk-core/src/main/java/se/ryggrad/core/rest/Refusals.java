package se.ryggrad.core.rest;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import se.ryggrad.api.Language;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.core.http.ProblemStatus;
import se.ryggrad.core.json.JsonOutput;
import se.ryggrad.core.rest.problem.ProblemWriter;

/**
 * Builds the answer to a request that is refused.
 *
 * @param language the language negotiated
 * @param trace the trace of the request
 * @param metadata the address of the protected resource metadata, below a base URL
 */
public record Refusals(Language language, Trace trace, Optional<String> metadata) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String RETRY_SECONDS = "5";

    /** Answers with {@code problem}. */
    public Response answer(Problem problem) {
        Response.ResponseBuilder answer = plain(problem);
        if (problem.type() == ProblemType.NOT_AUTHENTICATED) {
            answer.header("WWW-Authenticate", "Bearer " + resource());
        }
        return answer.build();
    }

    /** Answers that a token came and is not accepted (RFC 6750). */
    public Response invalidToken(Problem problem) {
        return plain(problem)
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\", " + resource())
                .build();
    }

    /** Answers that the path has other methods. */
    public Response methodNotAllowed(Problem problem, String allow) {
        return plain(problem).header("Allow", allow).build();
    }

    /** Returns the body that answers with {@code problem}. */
    public byte[] octets(Problem problem) {
        return JsonOutput.bytes(ProblemWriter.json(problem, language, trace.traceId()));
    }

    private Response.ResponseBuilder plain(Problem problem) {
        Response.ResponseBuilder answer = Response.status(ProblemStatus.of(problem.type()))
                .type(MEDIA_TYPE)
                .header("Content-Language", language.tag())
                .entity(octets(problem));
        if (problem.type() == ProblemType.UNAVAILABLE || problem.type() == ProblemType.TOO_MANY_REQUESTS) {
            answer.header("Retry-After", RETRY_SECONDS);
        }
        problem.requiredLevel()
                .ifPresent(level -> answer.header(
                        "WWW-Authenticate",
                        "Bearer error=\"insufficient_user_authentication\", acr_values=\"" + level + "\", "
                                + resource()));
        return answer;
    }

    private String resource() {
        return metadata.map(address -> "resource_metadata=\"" + address + "\"").orElse("realm=\"ryggrad\"");
    }
}
