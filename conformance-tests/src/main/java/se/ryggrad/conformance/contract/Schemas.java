package se.ryggrad.conformance.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import tools.jackson.databind.JsonNode;

/** Judges parts of answers by the JSON Schemas of the standard, formats included. */
public final class Schemas {

    private static final Map<String, Schema> KNOWN = new ConcurrentHashMap<>();

    private Schemas() {}

    /** Expects that the body has the form that the schema of that name gives, such as {@code case-view}. */
    public static void expect(Answer answer, String schema) {
        expect(answer.at(""), schema);
    }

    /** Expects that a part of a body has the form that the schema of that name gives. */
    public static void expect(Part part, String schema) {
        List<String> faults = faults(part.node(), schema);
        if (!faults.isEmpty()) {
            part.fail("a " + schema + " after the schema of the standard; its faults: " + String.join("; ", faults));
        }
    }

    /** Returns what a value lacks to have the form that the schema of that name gives; empty if nothing. */
    public static List<String> faults(JsonNode value, String schema) {
        return faults(value, KNOWN.computeIfAbsent(schema, Schemas::read));
    }

    /** Returns what a value lacks to have the form that a schema gives; empty if nothing. */
    static List<String> faults(JsonNode value, Schema schema) {
        return schema.validate(value, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true))).stream()
                .map(fault -> fault.getInstanceLocation() + " " + fault.getMessage())
                .sorted()
                .limit(5)
                .toList();
    }

    private static Schema read(String name) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Contract.file("schemas/" + name + ".schema.json"));
    }
}
