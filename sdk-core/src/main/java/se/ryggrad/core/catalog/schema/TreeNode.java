package se.ryggrad.core.catalog.schema;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.SimpleType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ryggrad.api.JsonText;
import se.ryggrad.core.json.JsonPointer;
import se.ryggrad.core.json.JsonTree;

/** Lets the JSON Schema library read our trees. */
final class TreeNode implements JsonNode {

    /** Makes nodes of trees; texts are parsed as JSON. */
    static final JsonNodeFactory FACTORY = new JsonNodeFactory() {
        @Override
        public JsonNode wrap(Object value) {
            return value instanceof JsonNode node ? node : new TreeNode((JsonTree) value, "");
        }

        @Override
        public JsonNode create(String text) {
            return new TreeNode(JsonTree.parse(new JsonText(text)), "");
        }
    };

    private final JsonTree tree;
    private final String pointer;

    TreeNode(JsonTree tree, String pointer) {
        this.tree = tree;
        this.pointer = pointer;
    }

    /** Returns the tree that {@code node} reads; the library makes nodes of its own of the names of members. */
    static JsonTree tree(JsonNode node) {
        return node instanceof TreeNode ours ? ours.tree : JsonTree.of(node.asString());
    }

    @Override
    public String getJsonPointer() {
        return pointer;
    }

    @Override
    public SimpleType getNodeType() {
        if (tree instanceof JsonTree.ObjectNode) {
            return SimpleType.OBJECT;
        }
        if (tree instanceof JsonTree.ArrayNode) {
            return SimpleType.ARRAY;
        }
        if (tree instanceof JsonTree.TextNode) {
            return SimpleType.STRING;
        }
        if (tree instanceof JsonTree.NumberNode number) {
            return whole(number.value()) ? SimpleType.INTEGER : SimpleType.NUMBER;
        }
        return tree instanceof JsonTree.TruthNode ? SimpleType.BOOLEAN : SimpleType.NULL;
    }

    @Override
    public boolean asBoolean() {
        return tree.asTruth().orElseThrow();
    }

    @Override
    public String asString() {
        return tree.asText().orElseThrow();
    }

    @Override
    public BigInteger asInteger() {
        return tree.asNumber().orElseThrow().toBigIntegerExact();
    }

    @Override
    public BigDecimal asNumber() {
        return tree.asNumber().orElseThrow();
    }

    @Override
    public List<JsonNode> asArray() {
        List<JsonTree> items = tree.asArray().orElseThrow();
        List<JsonNode> nodes = new ArrayList<>(items.size());
        for (int place = 0; place < items.size(); place++) {
            nodes.add(new TreeNode(items.get(place), JsonPointer.child(pointer, place)));
        }
        return nodes;
    }

    @Override
    public Map<String, JsonNode> asObject() {
        Map<String, JsonNode> nodes = new LinkedHashMap<>();
        tree.asObject()
                .orElseThrow()
                .members()
                .forEach((name, value) -> nodes.put(name, new TreeNode(value, JsonPointer.child(pointer, name))));
        return nodes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TreeNode node && Equality.same(tree, node.tree);
    }

    @Override
    public int hashCode() {
        return Equality.hash(tree);
    }

    private static boolean whole(BigDecimal value) {
        return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    }
}
