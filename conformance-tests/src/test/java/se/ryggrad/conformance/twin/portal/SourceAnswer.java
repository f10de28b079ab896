package se.ryggrad.conformance.twin.portal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.TwinSettings.Source;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Judges the list that a source answered, and makes items for the overview of it. */
final class SourceAnswer {

    private static final List<String> MEMBERS =
            List.of("for", "id", "kind", "title", "status", "updatedAt", "actionRequired", "dueOn", "link");

    private final TwinSettings settings;
    private final Source source;
    private final String subject;

    SourceAnswer(TwinSettings settings, Source source, String subject) {
        this.settings = settings;
        this.source = source;
        this.subject = subject;
    }

    Gathered read(JsonNode body, boolean more) throws SourceFault {
        if (!body.path("items").isArray() || !isNumber(body.path("page")) || !isNumber(body.path("limit"))) {
            throw SourceFault.of(State.FAILED);
        }
        var latest = new LinkedHashMap<String, ObjectNode>();
        for (var item : trusted(formed(body.path("items").valueStream().toList()))) {
            var shown = new ShownItem(settings, source, item).shown();
            String id = breaks(Fault.MINA_015_A)
                    ? latest.size() + ""
                    : shown.path("id").asString();
            latest.merge(id, shown, this::later);
        }
        return new Gathered(source, State.OK, Optional.empty(), List.copyOf(latest.values()), more);
    }

    private List<JsonNode> formed(List<JsonNode> items) throws SourceFault {
        var formed = new ArrayList<JsonNode>();
        for (var item : items) {
            if (isItem(item)) {
                formed.add(item);
            } else if (!breaks(Fault.MINA_020_C)) {
                throw SourceFault.of(State.FAILED);
            }
        }
        return formed;
    }

    private List<JsonNode> trusted(List<JsonNode> items) throws SourceFault {
        var own = items.stream().filter(this::isForWhoeverAsks).toList();
        boolean looked = !breaks(Fault.MINA_023_B) && !breaks(Fault.MINA_023_A);
        boolean first = !items.isEmpty() && isForWhoeverAsks(items.get(0)) && breaks(Fault.MINA_023_D);
        if (own.size() < items.size() && looked && !first) {
            throw breaks(Fault.MINA_023_C) ? SourceFault.of(State.FAILED) : SourceFault.distrusted();
        }
        return breaks(Fault.MINA_023_A) ? own : items;
    }

    private boolean isForWhoeverAsks(JsonNode item) {
        return item.path("for").asString("").equals(subject);
    }

    private ObjectNode later(ObjectNode one, ObjectNode other) {
        String first = one.path("updatedAt").asString();
        boolean after = other.path("updatedAt").asString().compareTo(first) > 0;
        return after && !breaks(Fault.MINA_015_B) ? other : one;
    }

    private boolean isItem(JsonNode item) {
        boolean unknown = item.propertyNames().stream().anyMatch(name -> !MEMBERS.contains(name));
        return isText(item.path("for"), Integer.MAX_VALUE)
                && isText(item.path("id"), 200)
                && isText(item.path("kind"), Integer.MAX_VALUE)
                && isLocalized(item.path("title"))
                && isLocalized(item.path("status"))
                && item.path("updatedAt").asString("").matches("[-0-9]{10}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z")
                && item.path("actionRequired").isBoolean()
                && (!item.has("dueOn") || isDate(item.path("dueOn")))
                && (!item.has("link") || item.path("link").isString())
                && !(unknown && breaks(Fault.MINA_020_E));
    }

    private static boolean isLocalized(JsonNode text) {
        return isText(text.path("sv"), Integer.MAX_VALUE) && isText(text.path("en"), Integer.MAX_VALUE);
    }

    private static boolean isText(JsonNode node, int longest) {
        return node.isString()
                && !node.stringValue().isEmpty()
                && node.stringValue().length() <= longest;
    }

    private static boolean isNumber(JsonNode node) {
        return node.isIntegralNumber() && node.asInt() >= 1;
    }

    private static boolean isDate(JsonNode node) {
        try {
            return node.isString() && LocalDate.parse(node.stringValue()) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private boolean breaks(Fault fault) {
        return settings.breaks(fault);
    }
}
