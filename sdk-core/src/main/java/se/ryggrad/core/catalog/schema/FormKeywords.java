package se.ryggrad.core.catalog.schema;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.EvaluationContext;
import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SchemaParsingContext;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import se.ryggrad.core.catalog.pattern.SafePattern;
import se.ryggrad.core.json.JsonTree;

/**
 * Runs the keywords of a schema, each step counted: {@code pattern} on an engine of linear time, {@code
 * uniqueItems} without comparing each with each, {@code const} and {@code enum} as {@link PlainSchema} writes them.
 */
final class FormKeywords implements EvaluatorFactory {

    private final EvaluatorFactory others;
    private final Steps steps;
    private final boolean forms;

    private FormKeywords(EvaluatorFactory others, Steps steps, boolean forms) {
        this.others = others;
        this.steps = steps;
        this.forms = forms;
    }

    /** Returns the keywords of forms. */
    static FormKeywords ofForms(Steps steps) {
        return new FormKeywords(
                EvaluatorFactory.compose(new FormFormats(), new Dialects.Draft2020Dialect().getEvaluatorFactory()),
                steps,
                true);
    }

    /** Returns the keywords of the schema of schemas, which is as JSON Schema publishes it. */
    static FormKeywords ofSchemas(Steps steps) {
        return new FormKeywords(new Dialects.Draft2020Dialect().getEvaluatorFactory(), steps, false);
    }

    @Override
    public Optional<Evaluator> create(SchemaParsingContext context, String keyword, JsonNode node) {
        boolean own = forms || keyword.equals("uniqueItems");
        return (own ? own(context, keyword, node) : Optional.<Evaluator>empty())
                .or(() -> others.create(context, keyword, node))
                .map(evaluator -> new Counted(evaluator, steps));
    }

    private static Optional<Evaluator> own(SchemaParsingContext context, String keyword, JsonNode node) {
        return switch (keyword) {
            case "pattern" -> node.isString() ? Optional.of(pattern(context, node.asString())) : Optional.empty();
            case "uniqueItems" -> node.isBoolean() && node.asBoolean() ? unique() : Optional.empty();
            case "const" -> node.isString() ? equal(keyword, Set.of(node.asString())) : Optional.empty();
            case "enum" -> node.isArray() ? equal(keyword, texts(node)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Evaluator pattern(SchemaParsingContext context, String pattern) {
        int longest = Optional.ofNullable(context.getCurrentSchemaObject().get("maxLength"))
                .map(limit -> limit.asNumber().intValue())
                .orElse(SafePattern.LONGEST_TEXT);
        SafePattern safe = SafePattern.of(pattern, longest);
        return demand("pattern", value -> !value.isString() || safe.passes(value.asString()));
    }

    private static Optional<Evaluator> unique() {
        return Optional.of(demand("uniqueItems", value -> !value.isArray() || unique(TreeNode.tree(value))));
    }

    private static boolean unique(JsonTree array) {
        Set<String> seen = new HashSet<>();
        return array.asArray().orElseThrow().stream().map(Equality::key).allMatch(seen::add);
    }

    private static Optional<Evaluator> equal(String keyword, Set<String> keys) {
        return Optional.of(demand(keyword, value -> keys.contains(Equality.key(TreeNode.tree(value)))));
    }

    private static Set<String> texts(JsonNode array) {
        return array.asArray().stream()
                .flatMap(item -> TreeNode.tree(item).asText().stream())
                .collect(Collectors.toSet());
    }

    private static Evaluator demand(String keyword, Predicate<JsonNode> holds) {
        return (context, value) -> holds.test(value) ? Evaluator.Result.success() : Evaluator.Result.failure(keyword);
    }

    /** Counts the steps of another evaluator. */
    private record Counted(Evaluator evaluator, Steps steps) implements Evaluator {

        @Override
        public Result evaluate(EvaluationContext context, JsonNode value) {
            steps.take(size(TreeNode.tree(value)));
            return evaluator.evaluate(context, value);
        }

        @Override
        public int getOrder() {
            return evaluator.getOrder();
        }

        private static int size(JsonTree value) {
            return value.asText()
                    .map(String::length)
                    .or(() -> value.asArray().map(items -> items.size()))
                    .or(() -> value.asObject().map(object -> object.members().size()))
                    .orElse(0);
        }
    }
}
