package se.ryggrad.core.catalog.schema;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import se.ryggrad.core.json.JsonTree;

/** Runs the schema of a form, with a bound on the steps it takes. */
public final class FormSchema {

    private FormSchema() {}

    /**
     * Returns what {@code schema} says of {@code value}.
     *
     * @throws se.ryggrad.api.RyggradException {@code payload-too-large} when it takes steps beyond measure
     */
    public static Validator.Result validate(JsonTree schema, JsonTree value) {
        return new ValidatorFactory()
                .withJsonNodeFactory(TreeNode.FACTORY)
                .withEvaluatorFactory(FormKeywords.ofForms(new Steps()))
                .withDisabledSchemaValidation(true)
                .validate(new TreeNode(PlainSchema.of(schema), ""), new TreeNode(value, ""));
    }
}
