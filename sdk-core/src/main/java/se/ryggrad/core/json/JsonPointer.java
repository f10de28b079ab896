package se.ryggrad.core.json;

import java.util.List;
import java.util.Optional;

/** Builds and follows JSON pointers (RFC 6901). */
public final class JsonPointer {

    private JsonPointer() {}

    /** Returns the pointer to the member {@code name} of what {@code parent} points to. */
    public static String child(String parent, String name) {
        return parent + '/' + name.replace("~", "~0").replace("/", "~1");
    }

    /** Returns the pointer to an item of the array that {@code parent} points to. */
    public static String child(String parent, int index) {
        return parent + '/' + index;
    }

    static Optional<JsonTree> find(JsonTree root, String pointer) {
        Optional<JsonTree> place = Optional.of(root);
        if (pointer.isEmpty()) {
            return place;
        }
        for (String token : pointer.substring(1).split("/", -1)) {
            String name = token.replace("~1", "/").replace("~0", "~");
            place = place.flatMap(tree -> step(tree, name));
        }
        return place;
    }

    private static Optional<JsonTree> step(JsonTree tree, String name) {
        if (tree instanceof JsonTree.ObjectNode object) {
            return object.member(name);
        }
        List<JsonTree> items = tree.asArray().orElse(List.of());
        boolean index = name.matches("0|[1-9]\\d{0,8}") && Integer.parseInt(name) < items.size();
        return index ? Optional.of(items.get(Integer.parseInt(name))) : Optional.empty();
    }
}
