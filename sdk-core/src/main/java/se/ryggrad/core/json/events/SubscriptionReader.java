package se.ryggrad.core.json.events;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.events.SubscriptionCall;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.body.BodyReader;

/** Reads the bodies of {@code POST /subscriptions} and of its actions (EVT-009, EVT-011, EVT-013, EVT-017). */
public final class SubscriptionReader {

    private static final String URL = "/url";
    private static final String TYPES = "/types";
    private static final String AFTER = "/after";
    private static final int LONGEST_URL = 500;

    private SubscriptionReader() {}

    /** Returns what {@code document} asks for, as far as it can be read, and what is wrong with the rest. */
    public static SubscriptionCall call(JsonDocument document) {
        BodyReader body = new BodyReader(document.root(), document.faults());
        if (!body.object()) {
            return new SubscriptionCall(Optional.empty(), List.of(), Optional.empty(), body.faults());
        }
        Optional<String> url = body.text(URL).filter(text -> shortEnough(body, text));
        List<EventType> types = body.has(TYPES) ? types(body) : List.of();
        Optional<String> after = body.maybeText(AFTER);
        return new SubscriptionCall(url, types, after, body.faults());
    }

    private static boolean shortEnough(BodyReader body, String url) {
        boolean fits = url.codePointCount(0, url.length()) <= LONGEST_URL;
        if (!fits) {
            body.fault(URL, FaultCode.MAX_LENGTH);
        }
        return fits;
    }

    private static List<EventType> types(BodyReader body) {
        Optional<List<JsonTree>> items = body.items(TYPES);
        if (items.filter(List::isEmpty).isPresent()) {
            body.fault(TYPES, FaultCode.MIN_ITEMS);
        }
        List<JsonTree> all = items.orElse(List.of());
        List<EventType> types = new ArrayList<>();
        for (int place = 0; place < all.size(); place++) {
            body.parsed(TYPES + '/' + place, FeedWriter::type, FaultCode.UNKNOWN_VALUE)
                    .ifPresent(types::add);
        }
        if (new HashSet<>(all).size() < all.size()) {
            body.fault(TYPES, FaultCode.UNIQUE_ITEMS);
        }
        return types;
    }

    /**
     * Refuses an action that is not to resume.
     *
     * @throws se.ryggrad.api.RyggradException {@code validation} with every fault
     */
    public static void resume(JsonDocument document) {
        BodyReader body = new BodyReader(document.root(), document.faults());
        if (body.object()) {
            body.parsed("/action", action -> Optional.of(action).filter("resume"::equals), FaultCode.UNKNOWN_VALUE);
        }
        body.check();
    }
}
