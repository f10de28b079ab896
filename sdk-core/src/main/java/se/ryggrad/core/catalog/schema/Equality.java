package se.ryggrad.core.catalog.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.ryggrad.core.json.JsonTree;

/** Compares JSON values as JSON Schema does: numbers by value, objects without order. */
final class Equality {

    private Equality() {}

    static boolean same(JsonTree one, JsonTree other) {
        if (one instanceof JsonTree.NumberNode first && other instanceof JsonTree.NumberNode second) {
            return first.value().compareTo(second.value()) == 0;
        }
        if (one instanceof JsonTree.ArrayNode first && other instanceof JsonTree.ArrayNode second) {
            return sameItems(first.items(), second.items());
        }
        if (one instanceof JsonTree.ObjectNode first && other instanceof JsonTree.ObjectNode second) {
            return sameMembers(first.members(), second.members());
        }
        return one.equals(other);
    }

    /** Returns a text that is the same for equal values, and for no others. */
    static String key(JsonTree tree) {
        if (tree instanceof JsonTree.NumberNode number) {
            BigDecimal value = number.value();
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toString();
        }
        if (tree instanceof JsonTree.ArrayNode array) {
            return array.items().stream().map(Equality::key).collect(Collectors.joining(",", "[", "]"));
        }
        if (tree instanceof JsonTree.ObjectNode object) {
            return object.members().entrySet().stream()
                    .map(member -> JsonTree.of(member.getKey()).json().text() + ':' + key(member.getValue()))
                    .sorted()
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return tree.json().text();
    }

    static int hash(JsonTree tree) {
        if (tree instanceof JsonTree.NumberNode number) {
            return number.value().stripTrailingZeros().hashCode();
        }
        if (tree instanceof JsonTree.ArrayNode array) {
            return array.items().stream().map(Equality::hash).toList().hashCode();
        }
        if (tree instanceof JsonTree.ObjectNode object) {
            return object.members().entrySet().stream()
                    .mapToInt(member -> member.getKey().hashCode() ^ hash(member.getValue()))
                    .sum();
        }
        return tree.hashCode();
    }

    private static boolean sameItems(List<JsonTree> one, List<JsonTree> other) {
        for (int place = 0; place < one.size() && place < other.size(); place++) {
            if (!same(one.get(place), other.get(place))) {
                return false;
            }
        }
        return one.size() == other.size();
    }

    private static boolean sameMembers(Map<String, JsonTree> one, Map<String, JsonTree> other) {
        return one.size() == other.size()
                && one.entrySet().stream().allMatch(member -> {
                    JsonTree counterpart = other.get(member.getKey());
                    return counterpart != null && same(member.getValue(), counterpart);
                });
    }
}
