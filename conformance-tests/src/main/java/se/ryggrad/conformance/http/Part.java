package se.ryggrad.conformance.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.JsonNode;

/** A part of an answer's body, present or missing. Expectations name its JSON pointer when they are not met. */
public final class Part {

    private final Answer answer;
    private final String pointer;
    private final JsonNode node;

    Part(Answer answer, String pointer, JsonNode node) {
        this.answer = answer;
        this.pointer = pointer;
        this.node = node;
    }

    /** Returns the tree; a missing node if there is none. */
    public JsonNode node() {
        return node;
    }

    /** Tells whether it is there. */
    public boolean present() {
        return !node.isMissingNode();
    }

    /** Returns a part of this part. */
    public Part at(String below) {
        return new Part(answer, pointer + below, node.at(below));
    }

    /** Expects a value: text, a number, a boolean or a tree. */
    public Part is(Object expected) {
        JsonNode wanted = Json.value(expected);
        boolean same = (wanted.isNumber() && node.isNumber())
                ? wanted.decimalValue().compareTo(node.decimalValue()) == 0
                : wanted.equals(node);
        return same ? this : fail(Json.write(wanted));
    }

    /** Expects any value but this one. */
    public Part isNot(Object unexpected) {
        return Json.value(unexpected).equals(node) ? fail("anything but " + Json.value(unexpected)) : this;
    }

    /** Expects one of the values. */
    public Part isOneOf(Object... expected) {
        for (Object each : expected) {
            if (Json.value(each).equals(node)) {
                return this;
            }
        }
        return fail("one of " + Json.array(expected));
    }

    /** Expects that it is there and not null. */
    public Part exists() {
        return (present() && !node.isNull()) ? this : fail("a value");
    }

    /** Expects that it is not there. */
    public Part isMissing() {
        return present() ? fail("nothing") : this;
    }

    /** Expects text that matches the pattern as a whole. */
    public Part matches(String pattern) {
        boolean fits = node.isString()
                && Pattern.compile(pattern, Pattern.DOTALL)
                        .matcher(node.stringValue())
                        .matches();
        return fits ? this : fail("text that matches " + pattern);
    }

    /** Expects what the words say and the predicate tells. */
    public Part satisfies(String words, Predicate<JsonNode> predicate) {
        return predicate.test(node) ? this : fail(words);
    }

    /** Expects a list of that length. */
    public Part hasSize(int size) {
        return (node.isArray() && node.size() == size) ? this : fail("a list of " + size);
    }

    /** Expects a list that holds the value. */
    public Part contains(Object value) {
        return holds(value) ? this : fail("a list with " + Json.value(value));
    }

    /** Expects a list that does not hold the value. */
    public Part lacks(Object value) {
        return node.isArray() && !holds(value) ? this : fail("a list without " + Json.value(value));
    }

    /** Returns text that must be there. */
    public String text() {
        return node.isString() ? node.stringValue() : fail("text").pointer;
    }

    /** Returns a whole number that must be there. */
    public long number() {
        return node.canConvertToExactIntegral() && node.canConvertToLong()
                ? node.asLong()
                : fail("a whole number").pointer.length();
    }

    /** Returns the parts of a list that must be there. */
    public List<Part> items() {
        if (!node.isArray()) {
            fail("a list");
        }
        List<Part> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(at("/" + i));
        }
        return items;
    }

    /** Returns the values of a list of texts that must be there. */
    public List<String> texts() {
        return items().stream().map(Part::text).toList();
    }

    /** Fails with this part as what was there instead. */
    public Part fail(String expected) {
        throw answer.failure(expected, shown(), pointer);
    }

    private boolean holds(Object value) {
        return node.isArray() && node.values().contains(Json.value(value));
    }

    private String shown() {
        return present() ? shortened(Json.write(node)) : "missing";
    }

    private static String shortened(String text) {
        return text.length() <= 500 ? text : text.substring(0, 500) + "…";
    }
}
