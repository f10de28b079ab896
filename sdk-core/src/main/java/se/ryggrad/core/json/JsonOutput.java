package se.ryggrad.core.json;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes JSON: compact, in UTF-8, members in their order. */
public final class JsonOutput {

    private static final JsonGeneratorFactory FACTORY = JsonProvider.provider().createGeneratorFactory(Map.of());

    private JsonOutput() {}

    /** Returns {@code tree} as text. */
    public static String text(JsonTree tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            write(out, tree);
        }
        return text.toString();
    }

    /** Returns {@code tree} as octets. */
    public static byte[] bytes(JsonTree tree) {
        return text(tree).getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonGenerator out, JsonTree tree) {
        if (tree instanceof JsonTree.ObjectNode object) {
            out.writeStartObject();
            object.members().forEach((name, value) -> write(out.writeKey(name), value));
            out.writeEnd();
        } else if (tree instanceof JsonTree.ArrayNode array) {
            out.writeStartArray();
            array.items().forEach(item -> write(out, item));
            out.writeEnd();
        } else {
            writeScalar(out, tree);
        }
    }

    private static void writeScalar(JsonGenerator out, JsonTree tree) {
        if (tree instanceof JsonTree.TextNode text) {
            out.write(text.value());
        } else if (tree instanceof JsonTree.NumberNode number) {
            out.write(number.value());
        } else if (tree instanceof JsonTree.TruthNode truth) {
            out.write(truth.value());
        } else {
            out.writeNull();
        }
    }
}
