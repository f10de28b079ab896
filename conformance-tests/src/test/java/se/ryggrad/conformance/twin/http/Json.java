package se.ryggrad.conformance.twin.http;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON within the limits of the standard, and writes it. */
public final class Json {

    /** The deepest nesting that is read. */
    public static final int DEPTH = 32;

    private static final BigDecimal LARGEST = new BigDecimal(9007199254740991L);
    private static final JsonMapper MAPPER = mapper(Integer.MAX_VALUE, true);
    private static final JsonMapper STRICT = mapper(DEPTH, true);
    private static final JsonMapper LENIENT = mapper(Integer.MAX_VALUE, false);

    private Json() {}

    private static JsonMapper mapper(int depth, boolean noDuplicates) {
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(depth)
                .maxNumberLength(Integer.MAX_VALUE)
                .build();
        var factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, noDuplicates)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** Returns an empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Returns an empty array. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** Returns an array of texts. */
    public static ArrayNode array(Iterable<String> texts) {
        var array = array();
        texts.forEach(array::add);
        return array;
    }

    /** Reads what the twin itself holds. */
    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    /** Writes a tree as UTF-8. */
    public static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /** Writes a tree as text. */
    public static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** Reads a request body, or ends with 400. */
    public static JsonNode parse(byte[] body) {
        return checked(body, STRICT);
    }

    /** Reads a request body of any depth: the reader of a twin that forgot the limit. */
    public static JsonNode parseAnyDepth(byte[] body) {
        return checked(body, MAPPER);
    }

    /** Reads a request body and lets the last of two equal members win: a reader with a fault. */
    public static JsonNode parseDuplicates(byte[] body) {
        return checked(body, LENIENT);
    }

    /** Reads a request body and looks for duplicates in the outermost object alone: a reader with a fault. */
    public static JsonNode parseInnerDuplicates(byte[] body) {
        var node = checked(body, LENIENT);
        try (var parser = LENIENT.createParser(body)) {
            var names = new HashSet<String>();
            parser.nextToken();
            for (var token = parser.nextToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
                if (!names.add(parser.currentName())) {
                    throw Fail.of(ProblemType.MALFORMED);
                }
                parser.nextToken();
                parser.skipChildren();
            }
        }
        return node;
    }

    private static JsonNode checked(byte[] body, JsonMapper mapper) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            if (text.startsWith("\uFEFF")) {
                throw Fail.of(ProblemType.MALFORMED);
            }
            var node = mapper.readTree(text);
            if (node.isMissingNode()) {
                throw Fail.of(ProblemType.MALFORMED);
            }
            checkText(node);
            return node;
        } catch (CharacterCodingException | JacksonException e) {
            throw Fail.of(ProblemType.MALFORMED);
        }
    }

    private static void checkText(JsonNode node) {
        if (node.isString() && !isText(node.stringValue())) {
            throw Fail.of(ProblemType.MALFORMED);
        }
        for (var member : node.properties()) {
            if (!isText(member.getKey())) {
                throw Fail.of(ProblemType.MALFORMED);
            }
        }
        node.values().forEach(Json::checkText);
    }

    private static boolean isText(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
    }

    /** Returns a fault for each number beyond what a double holds exactly. */
    public static List<FieldFault> numberFaults(JsonNode node) {
        var faults = new ArrayList<FieldFault>();
        collectNumbers(node, "", faults);
        return faults;
    }

    private static void collectNumbers(JsonNode node, String pointer, List<FieldFault> faults) {
        if (node.isNumber() && node.decimalValue().abs().compareTo(LARGEST) > 0) {
            faults.add(FieldFault.at(pointer, "number-out-of-range"));
        }
        for (var member : node.properties()) {
            collectNumbers(member.getValue(), pointer + "/" + escape(member.getKey()), faults);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collectNumbers(node.get(i), pointer + "/" + i, faults);
        }
    }

    /** Escapes a member name for a JSON pointer (RFC 6901 section 3). */
    public static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
