package se.ryggrad.core.catalog.schema;

import java.util.Optional;
import se.ryggrad.core.json.JsonTree;

/**
 * Measures a schema with each {@code $ref} counted as what it names (CAT-022): ends as soon as that is too much, so
 * that a reference that leads back to itself ends too. Is used once.
 */
final class SchemaSize {

    private static final int MOST_SCHEMAS = 2000;
    private static final int DEEPEST = 32;

    private final JsonTree outermost;
    private int schemas;

    SchemaSize(JsonTree outermost) {
        this.outermost = outermost;
    }

    /** Returns whether the schema holds at most 2 000 schemas, none within more than 31 others. */
    boolean fits() {
        return fits(outermost, 1);
    }

    private boolean fits(JsonTree schema, int depth) {
        schemas++;
        if (schemas > MOST_SCHEMAS || depth > DEEPEST) {
            return false;
        }
        Optional<JsonTree> named = Reference.of(schema).flatMap(name -> Reference.named(outermost, name));
        return Subschemas.of(schema, "").stream().allMatch(part -> fits(part.schema(), depth + 1))
                && named.map(target -> fits(target, depth + 1)).orElse(true);
    }
}
