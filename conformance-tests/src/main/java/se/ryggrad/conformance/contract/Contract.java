package se.ryggrad.conformance.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the data that ships with the standard, as JSON and by nobody's model. */
public final class Contract {

    private static final String FOLDER = "/se/ryggrad/standard/";

    private Contract() {}

    /** Returns a file of the standard, such as {@code lifecycle.json}, as a tree of its own. */
    public static JsonNode file(String name) {
        return Json.read(octets(name));
    }

    /** Returns a file of the standard, such as {@code openapi.yaml}, as text. */
    public static String text(String name) {
        return new String(octets(name), StandardCharsets.UTF_8);
    }

    /** Returns the definition of a conformance service as it ships with the standard. */
    public static ObjectNode service(Services service) {
        return (ObjectNode) file("services/" + service.id() + ".json");
    }

    /** Tells whether two values are the same JSON whatever the order of members and the form of numbers. */
    public static boolean same(JsonNode one, JsonNode other) {
        return Arrays.equals(Json.canonical(Json.array(one)), Json.canonical(Json.array(other)));
    }

    private static byte[] octets(String name) {
        try (InputStream in = Contract.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " among the files of the standard");
            }
            return in.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
