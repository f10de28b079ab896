package se.ryggrad.conformance.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.ryggrad.conformance.http.Part;
import tools.jackson.databind.JsonNode;

/** Compares what events hold with what {@code events.json} lists for their types (CASE-082). */
public final class EventData {

    /** The members of the data of a type of event. */
    private record Members(Set<String> required, Set<String> optional) {}

    private static final Map<String, Members> TYPES = read();

    private EventData() {}

    /** Returns the types whose data is listed, in order; the caller's own. */
    public static Set<String> types() {
        return new TreeSet<>(TYPES.keySet());
    }

    /** Fails unless an event of a timeline has a type whose data is listed, all that is required and nothing else; returns its type. */
    public static String expectListed(Part event) {
        String type = event.at("/content/type").text();
        Members members = TYPES.get(type);
        if (members == null) {
            event.at("/content/type").fail("one of " + types());
            return type;
        }
        Part data = event.at("/content/data");
        for (String name : members.required()) {
            if (!data.node().has(name)) {
                data.fail("a member " + name + ", as events.json requires of " + type);
            }
        }
        for (String name : data.node().propertyNames()) {
            boolean listed =
                    members.required().contains(name) || members.optional().contains(name);
            if (!listed && !name.contains(".")) {
                data.fail("no member " + name + ": events.json does not name it for " + type);
            }
        }
        return type;
    }

    private static Map<String, Members> read() {
        Map<String, Members> types = new HashMap<>();
        for (JsonNode event : Contract.file("events.json").path("events").values()) {
            if (event.has("data")) {
                JsonNode data = event.path("data");
                types.put(
                        event.path("name").asString(),
                        new Members(texts(data.path("required")), texts(data.path("optional"))));
            }
        }
        return types;
    }

    private static Set<String> texts(JsonNode list) {
        return list.values().stream().map(JsonNode::asString).collect(Collectors.toSet());
    }
}
