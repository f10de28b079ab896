package se.ryggrad.core.catalog.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.core.catalog.pattern.SafePattern;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.JsonPointer;
import se.ryggrad.core.json.JsonTree;

/**
 * Finds what makes the schema of a form unsafe to run anywhere, or no schema at all (CAT-010, CAT-011, CAT-020 to
 * CAT-023). Nothing is fetched. Is used once.
 */
public final class SchemaSafety {

    private static final Set<String> REFUSED = Set.of(
            "$dynamicRef",
            "$dynamicAnchor",
            "$vocabulary",
            "$recursiveRef",
            "$recursiveAnchor",
            "$anchor",
            "patternProperties");
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final JsonTree outermost;
    private final List<Fault> faults = new ArrayList<>();

    /** Creates the check of a whole schema. */
    public SchemaSafety(JsonTree outermost) {
        this.outermost = outermost;
    }

    /** Returns all that is not allowed, at pointers that begin with {@code pointer}. */
    public List<Fault> faults(String pointer) {
        schema(outermost, pointer, true);
        if (new SchemaSize(outermost).fits()) {
            Metaschema.faults(outermost).forEach(place -> refuse(pointer + place));
        } else {
            refuse(pointer);
        }
        return faults.stream().sorted().distinct().toList();
    }

    private void schema(JsonTree schema, String pointer, boolean first) {
        schema.asObject().ifPresent(object -> {
            object.members().forEach((keyword, value) -> {
                if (refused(object, keyword, value, first)) {
                    refuse(JsonPointer.child(pointer, keyword));
                }
            });
            Subschemas.of(object, pointer).forEach(part -> schema(part.schema(), part.pointer(), false));
        });
    }

    private boolean refused(JsonTree.ObjectNode schema, String keyword, JsonTree value, boolean first) {
        return switch (keyword) {
            case "$ref" ->
                Reference.of(schema)
                        .flatMap(name -> Reference.named(outermost, name))
                        .isEmpty();
            case "$id" -> !first;
            case "$schema" -> !first || !value.asText().filter(DIALECT::equals).isPresent();
            case "pattern" -> !safe(schema, value);
            default -> REFUSED.contains(keyword);
        };
    }

    private static boolean safe(JsonTree.ObjectNode schema, JsonTree pattern) {
        int longest = schema.member("maxLength")
                .flatMap(JsonTree::asNumber)
                .filter(limit -> limit.signum() >= 0 && limit.doubleValue() <= SafePattern.LONGEST_TEXT)
                .map(limit -> limit.intValue())
                .orElse(-1);
        return longest >= 0
                && pattern.asText()
                        .filter(text -> SafePattern.allows(text, longest))
                        .isPresent();
    }

    private void refuse(String pointer) {
        faults.add(FaultTexts.at(pointer, FaultCode.SCHEMA_NOT_ALLOWED));
    }
}
