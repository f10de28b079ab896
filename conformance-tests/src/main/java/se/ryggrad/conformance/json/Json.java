package se.ryggrad.conformance.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON strictly and builds JSON briefly.
 *
 * <p>Strict means RFC 8259 without tolerance: UTF-8 that decodes, no byte order mark, no duplicate member, nothing
 * after the value. Trees are Jackson's; they are not bound to any model.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /**
     * Reads octets strictly.
     *
     * @throws JsonFault if they are not one JSON value in UTF-8
     */
    public static JsonNode read(byte[] octets) {
        return read(decoded(octets));
    }

    /**
     * Reads text strictly.
     *
     * @throws JsonFault if it is not one JSON value
     */
    public static JsonNode read(String text) {
        if (text.startsWith("\uFEFF")) {
            throw new JsonFault("a byte order mark stands first", null);
        }
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node.isMissingNode()) {
                throw new JsonFault("there is no value", null);
            }
            return node;
        } catch (JacksonException fault) {
            throw new JsonFault(fault.getOriginalMessage(), fault);
        }
    }

    /** Builds an object from names and values in turn; a value is a tree, text, a number, a boolean or a list. */
    public static ObjectNode object(Object... namesAndValues) {
        ObjectNode object = MAPPER.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.set((String) namesAndValues[i], value(namesAndValues[i + 1]));
        }
        return object;
    }

    /** Builds an array of values, each as in {@link #object}. */
    public static ArrayNode array(Object... values) {
        ArrayNode array = MAPPER.createArrayNode();
        for (Object value : values) {
            array.add(value(value));
        }
        return array;
    }

    /** Returns the tree of a plain Java value. */
    public static JsonNode value(Object value) {
        return value instanceof JsonNode node ? node : MAPPER.valueToTree(value);
    }

    /** Returns the tree as text on one line. */
    public static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** Returns the tree as text for reading. */
    public static String pretty(JsonNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    /** Returns the canonical form of any value after RFC 8785, in UTF-8; the library itself takes objects and arrays only. */
    public static byte[] canonical(JsonNode node) {
        try {
            byte[] wrapped = new JsonCanonicalizer(write(array(node))).getEncodedUTF8();
            return Arrays.copyOfRange(wrapped, 1, wrapped.length - 1);
        } catch (IOException fault) {
            throw new JsonFault("there is no canonical form: " + fault.getMessage(), fault);
        }
    }

    private static String decoded(byte[] octets) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException fault) {
            throw new JsonFault("the octets are not UTF-8", fault);
        }
    }
}
