package se.ryggrad.conformance.twin.http;

import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Writes problems (RFC 9457) in the language of the request. */
public final class Problems {

    private Problems() {}

    /** Returns the answer to a request that failed. */
    public static Answer answer(Call call, Fail fail) {
        var answer = Answer.raw(fail.type().status(), "application/problem+json", Json.bytes(body(call, fail)));
        fail.headers().forEach(answer::header);
        return answer;
    }

    /** Returns the problem itself. */
    public static ObjectNode body(Call call, Fail fail) {
        String language = call.language();
        var body = Json.object()
                .put("type", "urn:ryggrad:problem:" + fail.type().slug())
                .put("title", Texts.of("title", fail.type().slug(), language))
                .put("status", fail.type().status())
                .put("detail", Texts.of("detail", fail.type().slug(), language))
                .put("instance", "urn:uuid:" + UUID.randomUUID())
                .put("traceId", call.trace().traceId());
        fail.members().forEach(body::put);
        if (!fail.faults().isEmpty() || fail.type() == ProblemType.VALIDATION) {
            var errors = body.putArray("errors");
            for (var fault : fail.faults()) {
                errors.add(error(fault, language));
            }
        }
        return body;
    }

    private static ObjectNode error(FieldFault fault, String language) {
        var error = Json.object();
        if (fault.pointer() != null) {
            error.put("pointer", fault.pointer());
        }
        if (fault.parameter() != null) {
            error.put("parameter", fault.parameter());
        }
        return error.put("code", fault.code()).put("detail", Texts.of("error", fault.code(), language));
    }
}
