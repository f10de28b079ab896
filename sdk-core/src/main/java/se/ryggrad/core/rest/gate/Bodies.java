package se.ryggrad.core.rest.gate;

import jakarta.ws.rs.container.ContainerRequestContext;
import se.ryggrad.api.ProblemType;
import se.ryggrad.core.json.JsonInput;
import se.ryggrad.core.json.JsonLimits;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Sha256;
import se.ryggrad.core.rest.problem.ProblemTexts;

/** Reads bodies in the standard's order: size, media type, and the syntax only later. */
final class Bodies {

    private final JsonInput input;
    private final long jsonLimit;
    private final long documentLimit;

    Bodies(JsonLimits json, long documentLimit) {
        this.input = new JsonInput(json);
        this.jsonLimit = json.bytes();
        this.documentLimit = documentLimit;
    }

    /** Returns the octets of a JSON body; empty for other bodies, which are not read here. */
    byte[] octets(Operation.Takes takes, RequestHeaders headers, ContainerRequestContext request) {
        return switch (takes) {
            case NOTHING -> new byte[0];
            case JSON -> json(headers, request);
            case OCTETS -> {
                limit(headers, documentLimit);
                if (!headers.announcesOctets()) {
                    throw ProblemTexts.refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, "document-media-type");
                }
                yield new byte[0];
            }
        };
    }

    Exchange.Body parse(byte[] octets) {
        return new Exchange.Body(input.parse(octets), Sha256.hex(Operation.JSON, octets));
    }

    private byte[] json(RequestHeaders headers, ContainerRequestContext request) {
        limit(headers, jsonLimit);
        byte[] octets = headers.encoded() ? new byte[0] : input.octets(request.getEntityStream());
        if (!headers.announcesJson()) {
            throw ProblemTexts.refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, "media-type");
        }
        return octets;
    }

    private static void limit(RequestHeaders headers, long most) {
        if (headers.length().filter(length -> length > most).isPresent()) {
            throw ProblemTexts.refusal(ProblemType.PAYLOAD_TOO_LARGE, "too-large");
        }
    }
}
