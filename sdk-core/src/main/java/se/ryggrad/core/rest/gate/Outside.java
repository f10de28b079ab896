package se.ryggrad.core.rest.gate;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.core.http.ProblemStatus;
import se.ryggrad.core.rest.Refusals;
import se.ryggrad.core.rest.Trace;
import se.ryggrad.core.rest.problem.ProblemTexts;

/**
 * Answers in the container's place what never reaches an operation: an address that is none, and what the container
 * refuses itself. Its own pages repeat the address and name classes.
 */
public final class Outside {

    private static final int OK = 200;
    private static final int FAULT_OF_THE_SERVER = 500;

    private Outside() {}

    /** Answers with the problem that the container's error status stands for, {@code not-found} without one. */
    public static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RequestHeaders headers = headers(request);
        Trace trace = Trace.of(headers.first("traceparent").orElse(null));
        Problem problem = problem(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        byte[] body = new Refusals(headers.language(), trace, Optional.empty()).octets(problem);
        response.setStatus(ProblemStatus.of(problem.type()));
        response.setContentType(Refusals.MEDIA_TYPE);
        response.setHeader("Content-Language", headers.language().tag());
        response.setHeader("traceparent", trace.parent());
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Problem problem(Object status) {
        int code = status instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
        if (code == HttpServletResponse.SC_NOT_FOUND) {
            return Problem.of(ProblemType.NOT_FOUND, ProblemTexts.detail("no-path"));
        }
        return code > OK && code < FAULT_OF_THE_SERVER
                ? Problem.of(ProblemType.MALFORMED, ProblemTexts.detail("parameters"))
                : Problem.of(ProblemType.INTERNAL, ProblemTexts.detail("internal"));
    }

    private static RequestHeaders headers(HttpServletRequest request) {
        MultivaluedMap<String, String> all = new MultivaluedHashMap<>();
        Collections.list(request.getHeaderNames())
                .forEach(name -> all.put(name, Collections.list(request.getHeaders(name))));
        return new RequestHeaders(all);
    }
}
