package se.ryggrad.core.json;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;

/** Turns the events of a JSON-P parser into a tree, within a depth limit of our own. Used once. */
final class TreeReader {

    private static final JsonParserFactory FACTORY = JsonProvider.provider().createParserFactory(Map.of());
    private static final BigDecimal LARGEST = BigDecimal.valueOf((1L << 53) - 1);
    private static final int LONGEST_NUMBER = 400;
    private static final int MOST_POINTERS = 65_536;
    private static final Pattern VAST = Pattern.compile("[eE]\\+?0*[1-9]\\d{3}");
    private static final Pattern VANISHING = Pattern.compile("[eE]-0*[1-9]\\d{3}");

    private final int depthLimit;
    private final Deque<Object> place = new ArrayDeque<>();
    private final List<Fault> faults = new ArrayList<>();
    private int room = MOST_POINTERS;

    TreeReader(int depthLimit) {
        this.depthLimit = depthLimit;
    }

    JsonDocument read(String text) throws JsonSyntaxException {
        if (text.startsWith("\uFEFF")) {
            throw new JsonSyntaxException("a byte order mark");
        }
        try (JsonParser parser = FACTORY.createParser(new StringReader(text))) {
            JsonTree root = value(parser, parser.next(), 0);
            if (parser.hasNext()) {
                throw new JsonSyntaxException("more than one value");
            }
            return new JsonDocument(root, faults);
        } catch (JsonException | NoSuchElementException | IllegalStateException broken) {
            throw new JsonSyntaxException("not JSON", broken);
        }
    }

    private JsonTree value(JsonParser parser, JsonParser.Event event, int depth) throws JsonSyntaxException {
        return switch (event) {
            case START_OBJECT -> object(parser, deeper(depth));
            case START_ARRAY -> array(parser, deeper(depth));
            case VALUE_STRING -> new JsonTree.TextNode(checked(parser.getString()));
            case VALUE_NUMBER -> number(parser.getString());
            case VALUE_TRUE -> new JsonTree.TruthNode(true);
            case VALUE_FALSE -> new JsonTree.TruthNode(false);
            case VALUE_NULL -> JsonTree.NullNode.NULL;
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw new JsonSyntaxException("no value");
        };
    }

    private int deeper(int depth) throws JsonSyntaxException {
        if (depth >= depthLimit) {
            throw new JsonSyntaxException("nested too deeply");
        }
        return depth + 1;
    }

    private JsonTree object(JsonParser parser, int depth) throws JsonSyntaxException {
        Map<String, JsonTree> members = new LinkedHashMap<>();
        JsonParser.Event event = parser.next();
        while (event != JsonParser.Event.END_OBJECT) {
            String name = checked(parser.getString());
            JsonTree value = within(name, parser, parser.next(), depth);
            if (members.put(name, value) != null) {
                throw new JsonSyntaxException("a member twice");
            }
            event = parser.next();
        }
        return new JsonTree.ObjectNode(members);
    }

    private JsonTree array(JsonParser parser, int depth) throws JsonSyntaxException {
        List<JsonTree> items = new ArrayList<>();
        JsonParser.Event event = parser.next();
        while (event != JsonParser.Event.END_ARRAY) {
            items.add(within(items.size(), parser, event, depth));
            event = parser.next();
        }
        return new JsonTree.ArrayNode(items);
    }

    private JsonTree within(Object step, JsonParser parser, JsonParser.Event event, int depth)
            throws JsonSyntaxException {
        place.addLast(step);
        JsonTree value = value(parser, event, depth);
        place.removeLast();
        return value;
    }

    private JsonTree number(String literal) {
        if (VANISHING.matcher(literal).find()) {
            return new JsonTree.NumberNode(BigDecimal.ZERO);
        }
        if (literal.length() <= LONGEST_NUMBER && !VAST.matcher(literal).find()) {
            BigDecimal value = new BigDecimal(literal);
            if (value.abs().compareTo(LARGEST) <= 0) {
                return new JsonTree.NumberNode(value);
            }
        }
        outOfRange();
        return new JsonTree.NumberNode(BigDecimal.ZERO);
    }

    /** Notes the place; a pointer is made for a fault alone, and their text together has a bound. */
    private void outOfRange() {
        if (room > 0) {
            StringBuilder pointer = new StringBuilder();
            place.forEach(step -> pointer.append(JsonPointer.child("", step.toString())));
            faults.add(FaultTexts.at(pointer.toString(), FaultCode.NUMBER_OUT_OF_RANGE));
            room -= pointer.length();
        }
    }

    private static String checked(String text) throws JsonSyntaxException {
        for (int place = 0; place < text.length(); place++) {
            char unit = text.charAt(place);
            boolean pair = Character.isHighSurrogate(unit)
                    && place + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(place + 1));
            if (unit == 0 || (Character.isSurrogate(unit) && !pair)) {
                throw new JsonSyntaxException("a character that no text may have");
            }
            place += pair ? 1 : 0;
        }
        return text;
    }
}
