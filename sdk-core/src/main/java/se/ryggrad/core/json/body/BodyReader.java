package se.ryggrad.core.json.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.RyggradException;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.JsonTree;

/** Takes members out of a body and notes what is wrong with them. Used once. */
public final class BodyReader {

    private final JsonTree root;
    private final List<Fault> faults;

    /** Creates the reader of {@code root}, of which {@code known} is wrong already. */
    public BodyReader(JsonTree root, List<Fault> known) {
        this.root = root;
        this.faults = new ArrayList<>(known);
        if (root.asObject().isEmpty()) {
            fault("", FaultCode.TYPE);
        }
    }

    /** Returns whether the body is an object; else nothing can be read of it. */
    public boolean object() {
        return root.asObject().isPresent();
    }

    /** Returns whether something is at {@code pointer}. */
    public boolean has(String pointer) {
        return root.at(pointer).isPresent();
    }

    /** Returns the text at {@code pointer}, or notes that there is none, or something else. */
    public Optional<String> text(String pointer) {
        return value(pointer, JsonTree::asText);
    }

    /** Returns the text at {@code pointer} where something is there. */
    public Optional<String> maybeText(String pointer) {
        return has(pointer) ? text(pointer) : Optional.empty();
    }

    /** Returns the items at {@code pointer}, or notes that there are none, or something else. */
    public Optional<List<JsonTree>> items(String pointer) {
        return value(pointer, JsonTree::asArray);
    }

    /** Returns the texts at {@code pointer}, which are there; nothing when one is none. */
    public Optional<List<String>> texts(String pointer) {
        List<JsonTree> items = items(pointer).orElse(List.of());
        for (int place = 0; place < items.size(); place++) {
            if (items.get(place).asText().isEmpty()) {
                fault(pointer + '/' + place, FaultCode.TYPE);
            }
        }
        List<String> texts =
                items.stream().flatMap(item -> item.asText().stream()).toList();
        boolean all = root.at(pointer).flatMap(JsonTree::asArray).isPresent() && texts.size() == items.size();
        return all ? Optional.of(texts) : Optional.empty();
    }

    /** Returns what {@code parse} makes of the text at {@code pointer}, or notes {@code otherwise}. */
    public <T> Optional<T> parsed(String pointer, Function<String, Optional<T>> parse, FaultCode otherwise) {
        Optional<String> text = text(pointer);
        Optional<T> parsed = text.flatMap(parse);
        if (text.isPresent() && parsed.isEmpty()) {
            fault(pointer, otherwise);
        }
        return parsed;
    }

    /** Notes a fault at {@code pointer}. */
    public void fault(String pointer, FaultCode code) {
        faults.add(FaultTexts.at(pointer, code));
    }

    /** Returns the faults, to add to. */
    public List<Fault> faults() {
        return faults;
    }

    /** Refuses a body with faults. */
    public void check() {
        if (!faults.isEmpty()) {
            throw RyggradException.validation(faults);
        }
    }

    /** Returns the body. */
    public JsonTree root() {
        return root;
    }

    private <T> Optional<T> value(String pointer, Function<JsonTree, Optional<T>> as) {
        Optional<JsonTree> given = root.at(pointer);
        Optional<T> value = given.flatMap(as);
        if (value.isEmpty()) {
            fault(pointer, given.isEmpty() ? FaultCode.REQUIRED : FaultCode.TYPE);
        }
        return value;
    }
}
