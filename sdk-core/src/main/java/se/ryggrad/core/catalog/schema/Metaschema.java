package se.ryggrad.core.catalog.schema;

import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.ValidatorFactory;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import se.ryggrad.api.RyggradException;
import se.ryggrad.core.json.JsonTree;

/** Finds what is no schema of JSON Schema 2020-12, by the schema of schemas (CAT-020). */
final class Metaschema {

    private static final URI ADDRESS = URI.create("https://json-schema.org/draft/2020-12/schema");

    private Metaschema() {}

    /** Returns where {@code schema} breaks the schema of schemas, as pointers into it. */
    static List<String> faults(JsonTree schema) {
        try {
            List<String> places = new ValidatorFactory()
                            .withJsonNodeFactory(TreeNode.FACTORY)
                            .withEvaluatorFactory(FormKeywords.ofSchemas(new Steps()))
                            .createValidator()
                            .validate(ADDRESS, new TreeNode(schema, ""))
                            .getErrors()
                            .stream()
                            .map(Error::getInstanceLocation)
                            .distinct()
                            .toList();
            return innermost(places).toList();
        } catch (RyggradException tooLarge) {
            return List.of("");
        }
    }

    private static Stream<String> innermost(List<String> places) {
        return places.stream().filter(place -> places.stream().noneMatch(other -> other.startsWith(place + '/')));
    }
}
