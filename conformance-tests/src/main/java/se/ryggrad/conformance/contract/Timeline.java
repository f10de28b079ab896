package se.ryggrad.conformance.contract;

import java.util.List;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Part;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The events of a case as one reader saw them, and the hash chain computed again from them.
 *
 * @param events the events in order
 */
public record Timeline(List<Part> events) {

    private static final List<String> ERASED = List.of("/content", "/salt", "/display");

    /** Copies the events. */
    public Timeline {
        events = List.copyOf(events);
    }

    /** Reads all events of a case. */
    public static Timeline of(LiveCase live, Credential reader) {
        return new Timeline(Pages.all(live.http(), live.path() + "/events", reader));
    }

    /** Returns the types in order; an event that is withheld or erased has none. */
    public List<String> types() {
        return events.stream()
                .map(e -> e.node().at("/content/type").asString(isErased(e) ? "erased" : "withheld"))
                .toList();
    }

    /** Tells whether an event was redacted, or its case disposed of. */
    public static boolean isErased(Part event) {
        return event.node().has("redacted");
    }

    /** Returns the last event of a type, which must be there. */
    public Part last(String type) {
        return events.stream()
                .filter(e -> type.equals(e.node().at("/content/type").asString("")))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> ConformanceFailure.of("an event " + type, "only " + types()));
    }

    /** Expects the types in order. */
    public Timeline expectTypes(String... types) {
        if (!types().equals(List.of(types))) {
            throw ConformanceFailure.of("the events " + List.of(types), types().toString());
        }
        return this;
    }

    /**
     * Expects sequence from 1 without gaps, and digests and hashes that follow from what is shown; of an event that was
     * erased nothing else is.
     */
    public Timeline expectSound() {
        String previous = HashChain.NOTHING_BEFORE;
        for (int i = 0; i < events.size(); i++) {
            Part event = events.get(i);
            event.at("/sequence").is(i + 1);
            event.at("/previous").is(previous);
            if (isErased(event)) {
                ERASED.forEach(member -> event.at(member).isMissing());
            }
            if (event.at("/content").present()) {
                event.at("/contentDigest").is(HashChain.contentDigest(event));
            }
            event.at("/hash").is(HashChain.hash(event, previous));
            previous = event.at("/hash").text();
        }
        return this;
    }

    /** Returns the hash of the last event. */
    public String head() {
        return events.isEmpty()
                ? HashChain.NOTHING_BEFORE
                : events.get(events.size() - 1).at("/hash").text();
    }

    /** Returns the trees without what depends on the reader's language. */
    public List<JsonNode> languageFree() {
        return events.stream()
                .map(e -> {
                    ObjectNode copy = (ObjectNode) e.node().deepCopy();
                    copy.remove("display");
                    return (JsonNode) copy;
                })
                .toList();
    }
}
