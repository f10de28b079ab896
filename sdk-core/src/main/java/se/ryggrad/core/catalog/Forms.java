package se.ryggrad.core.catalog;

import java.util.List;
import se.ryggrad.api.Fault;
import se.ryggrad.api.JsonText;
import se.ryggrad.core.catalog.schema.FormSchema;
import se.ryggrad.core.catalog.schema.SchemaSafety;
import se.ryggrad.core.json.JsonTree;

/** Checks what is filled in against the JSON Schema of a form, with all faults at once (CASE-003 to CASE-005). */
public final class Forms {

    private static final String CLOSING = "additionalProperties";

    /**
     * Returns all faults of {@code value}; a text over its {@code maxLength} has that fault and no pattern is tried
     * (CAT-024).
     *
     * @param schema the schema; its outermost object is closed where it says nothing
     * @param pointer where the value lies in the request, for example {@code /form}
     * @throws se.ryggrad.api.RyggradException {@code payload-too-large} when the check takes steps beyond measure
     */
    public List<Fault> faults(JsonText schema, JsonTree value, String pointer) {
        JsonTree.ObjectNode closed = closed(JsonTree.parse(schema));
        FaultFinder finder = new FaultFinder(closed, value, pointer);
        return FormSchema.validate(closed, value).getErrors().stream()
                .flatMap(finder::faults)
                .sorted()
                .distinct()
                .toList();
    }

    /** Returns whether {@code value} satisfies {@code schema}. */
    public boolean matches(JsonText schema, JsonTree value) {
        return FormSchema.validate(JsonTree.parse(schema), value).isValid();
    }

    /** Returns what the standard does not allow in the schema of a form (CAT-010, CAT-011, CAT-020 to CAT-023). */
    public List<Fault> schemaFaults(JsonTree schema, String pointer) {
        return new SchemaSafety(schema).faults(pointer);
    }

    private static JsonTree.ObjectNode closed(JsonTree schema) {
        JsonTree.ObjectNode outermost = schema.asObject().orElse(JsonTree.ObjectNode.EMPTY);
        return outermost.member(CLOSING).isPresent()
                        || outermost.member("unevaluatedProperties").isPresent()
                ? outermost
                : JsonTree.object().putAll(outermost).put(CLOSING, false).build();
    }
}
