package se.ryggrad.core.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;

/**
 * Reads JSON from outside, in one place and within limits (CORE; RFC 8259).
 *
 * <p>Whatever is not JSON in UTF-8 is {@link ProblemType#MALFORMED}: a byte order mark, duplicate members,
 * lone surrogates, U+0000 and nesting beyond the limit included. Thread-safe.
 */
public final class JsonInput {

    private static final LocalizedText TOO_LARGE =
            new LocalizedText("Innehållet är större än gränsen.", "The content is larger than the limit.");

    private final JsonLimits limits;

    /** Creates a reader with {@code limits}. */
    public JsonInput(JsonLimits limits) {
        this.limits = limits;
    }

    static JsonTree trusted(String text) {
        try {
            return new TreeReader(Integer.MAX_VALUE).read(text).root();
        } catch (JsonSyntaxException broken) {
            throw new IllegalArgumentException("not JSON", broken);
        }
    }

    /**
     * Reads a body whole.
     *
     * @throws RyggradException {@link ProblemType#PAYLOAD_TOO_LARGE} beyond the limit, {@link
     *     ProblemType#MALFORMED} when the connection breaks
     */
    public byte[] octets(InputStream body) {
        try {
            byte[] octets = body.readNBytes(limits.bytes() + 1);
            if (octets.length > limits.bytes()) {
                throw RyggradException.of(ProblemType.PAYLOAD_TOO_LARGE, TOO_LARGE);
            }
            return octets;
        } catch (IOException broken) {
            throw malformed(broken);
        }
    }

    /**
     * Parses a body.
     *
     * @return the value, with the numbers that are out of range
     * @throws RyggradException {@link ProblemType#MALFORMED} when it is not JSON
     */
    public JsonDocument parse(byte[] octets) {
        try {
            return new TreeReader(limits.depth()).read(decode(octets));
        } catch (JsonSyntaxException | CharacterCodingException broken) {
            throw malformed(broken);
        }
    }

    /**
     * Reads a resource that ships with the program.
     *
     * @throws IllegalArgumentException when it is not JSON
     */
    public static JsonTree resource(InputStream resource) {
        try {
            return trusted(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String decode(byte[] octets) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(octets))
                .toString();
    }

    private static RyggradException malformed(Exception cause) {
        LocalizedText detail =
                new LocalizedText("Innehållet är inte giltig JSON i UTF-8.", "The content is not valid JSON in UTF-8.");
        return RyggradException.of(ProblemType.MALFORMED, detail, cause);
    }
}
