package se.ryggrad.core.catalog.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.ryggrad.api.JsonText;
import se.ryggrad.core.json.JsonTree;

/**
 * Knows which members of what is filled in are contact data: those where a schema lies that has {@code
 * x-ryggrad-contact}, whether or not its branch applied (ID-058).
 *
 * <p>Each place of the form is worked out once, however many items stand there. Is used by one thread.
 */
public final class ContactData {

    private static final String MARK = "x-ryggrad-contact";

    private final FormPlace outermost;
    private final boolean marks;

    /** Creates it for the form that {@code schema} describes. */
    public ContactData(JsonText schema) {
        JsonTree form = JsonTree.parse(schema);
        this.outermost = FormPlace.outermost(form);
        this.marks = form.json().text().contains(MARK);
    }

    /** Returns whether {@code filledIn} has contact data. */
    public boolean in(JsonTree filledIn) {
        return marks && in(outermost, filledIn);
    }

    /** Returns {@code filledIn} without its contact data; what holds a member that is left out stays. */
    public JsonTree without(JsonTree filledIn) {
        if (!marks) {
            return filledIn;
        }
        return outermost.has(MARK) ? JsonTree.ObjectNode.EMPTY : without(outermost, filledIn);
    }

    private static boolean in(FormPlace place, JsonTree value) {
        if (place.has(MARK)) {
            return true;
        }
        if (value instanceof JsonTree.ObjectNode object) {
            return object.members().entrySet().stream()
                    .anyMatch(member -> in(place.member(member.getKey()), member.getValue()));
        }
        List<JsonTree> items = value.asArray().orElse(List.of());
        for (int index = 0; index < items.size(); index++) {
            if (in(place.item(index), items.get(index))) {
                return true;
            }
        }
        return false;
    }

    private static JsonTree without(FormPlace place, JsonTree value) {
        if (value instanceof JsonTree.ObjectNode object) {
            Map<String, JsonTree> left = new LinkedHashMap<>();
            object.members().forEach((name, member) -> {
                FormPlace there = place.member(name);
                if (!there.has(MARK)) {
                    left.put(name, without(there, member));
                }
            });
            return new JsonTree.ObjectNode(left);
        }
        return value.asArray().<JsonTree>map(items -> without(place, items)).orElse(value);
    }

    private static JsonTree without(FormPlace place, List<JsonTree> items) {
        List<JsonTree> left = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            FormPlace there = place.item(index);
            if (!there.has(MARK)) {
                left.add(without(there, items.get(index)));
            }
        }
        return JsonTree.array(left);
    }
}
