package se.ryggrad.core.catalog.schema;

import java.util.Optional;
import java.util.regex.Pattern;
import se.ryggrad.core.json.JsonTree;

/** Reads references: {@code #/$defs/} and a name in the outermost schema, and no other (CAT-021). */
final class Reference {

    private static final String BEGINNING = "#/$defs/";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Reference() {}

    /** Returns the name that the {@code $ref} of {@code schema} refers to, when it has one of the right form. */
    static Optional<String> of(JsonTree schema) {
        return schema.asObject()
                .flatMap(object -> object.text("$ref"))
                .filter(reference -> reference.startsWith(BEGINNING))
                .map(reference -> reference.substring(BEGINNING.length()))
                .filter(name -> NAME.matcher(name).matches());
    }

    /** Returns the schema that {@code name} stands for in {@code outermost}. */
    static Optional<JsonTree> named(JsonTree outermost, String name) {
        return outermost.at("/$defs/" + name);
    }
}
