package se.ryggrad.core.rest.gate;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.io.InputStream;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.ProblemType;
import se.ryggrad.core.digest.Sha256;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.JsonInput;
import se.ryggrad.core.json.JsonLimits;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Intake;
import se.ryggrad.core.rest.problem.ProblemTexts;

/** Reads bodies in the standard's order: size, media type, and the syntax only later. */
final class Bodies {

    private final Intake intake;
    private final JsonInput input;
    private final long jsonLimit;
    private final long documentLimit;

    Bodies(Intake intake, JsonLimits json, long documentLimit) {
        this.intake = intake;
        this.input = new JsonInput(json);
        this.jsonLimit = json.bytes();
        this.documentLimit = documentLimit;
    }

    /** Returns the octets of a JSON body; empty for other bodies, which are not read here. */
    byte[] octets(Operation.Takes takes, boolean anonymous, RequestHeaders headers, ContainerRequestContext request) {
        if (takes != Operation.Takes.NOTHING && headers.ambiguousLength()) {
            throw ProblemTexts.refusal(
                    ProblemType.MALFORMED, "length", FaultTexts.of("Content-Length", FaultCode.FORMAT));
        }
        return switch (takes) {
            case NOTHING -> new byte[0];
            case JSON -> json(anonymous, headers, request);
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

    private byte[] json(boolean anonymous, RequestHeaders headers, ContainerRequestContext request) {
        limit(headers, jsonLimit);
        byte[] octets = headers.encoded() ? new byte[0] : whole(anonymous, request.getEntityStream());
        if (!headers.announcesJson()) {
            throw ProblemTexts.refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, "media-type");
        }
        return octets;
    }

    private byte[] whole(boolean anonymous, InputStream body) {
        try {
            return intake.json(anonymous, body, input::octets);
        } catch (IOException broken) {
            throw ProblemTexts.refusal(ProblemType.MALFORMED, "parameters");
        }
    }

    private static void limit(RequestHeaders headers, long most) {
        if (headers.length().filter(length -> length > most).isPresent()) {
            throw ProblemTexts.refusal(ProblemType.PAYLOAD_TOO_LARGE, "too-large");
        }
    }
}
