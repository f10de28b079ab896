package se.ryggrad.conformance.twin.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Access;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Route;
import tools.jackson.databind.node.ObjectNode;

/** Serves the event feed in commit order. */
public final class Feed {

    /** The most events of an answer: as few as the standard permits. */
    public static final int LIMIT = 100;

    private final World world;

    /** Serves the feed of one principal. */
    public Feed(World world) {
        this.world = world;
    }

    /** Returns the operation. */
    public List<Route> routes() {
        var access = world.settings().breaks(Fault.EVT_001_A)
                ? Access.only().orSystem()
                : Access.only().orSystem("events:read");
        return List.of(Route.get("/events", access, this::read, "after", "limit"));
    }

    private Answer read(Call call) {
        var settings = world.settings();
        int limit = settings.breaks(Fault.EVT_006_A)
                ? Math.min(LIMIT, Integer.parseInt(call.query().first("limit").orElse("100")))
                : call.query().number("limit", 1, LIMIT, settings.breaks(Fault.EVT_006_B) ? 50 : 100);
        synchronized (world) {
            int position = position(call);
            var body = Json.object();
            var items = body.putArray("items");
            while (position < world.feed().size() && items.size() < limit) {
                var event = world.feed().get(position);
                if (world.reaches(
                                call.caller(),
                                event.path("data").path("authority").asString())
                        && !isForgotten(event)) {
                    items.add(event);
                }
                position++;
                if (settings.breaks(Fault.EVT_005_D) && position % limit == 0) {
                    break;
                }
            }
            body.put("limit", limit);
            if (!settings.breaks(Fault.EVT_005_C) || !items.isEmpty()) {
                body.put("next", cursor(position));
            }
            if (items.size() > 2 && settings.breaks(Fault.EVT_007_B)) {
                byCase(body);
            }
            return Answer.json(200, settings.breaks(Fault.EVT_007_A) ? shuffled(body) : body);
        }
    }

    /** Returns whether a broken twin leaves an event of a case that was disposed of out. */
    private boolean isForgotten(ObjectNode event) {
        boolean last = event.path("type").asString("").endsWith(".disposed.v1");
        boolean disposed = world.find(event.path("subject").asString(""))
                .filter(CaseFile::isDisposed)
                .isPresent();
        return disposed && !last && world.settings().breaks(Fault.HAND_081_C);
    }

    private static void byCase(ObjectNode body) {
        var items = new ArrayList<>(body.path("items").valueStream().toList());
        items.sort(java.util.Comparator.comparing(
                (tools.jackson.databind.JsonNode e) -> e.path("subject").asString("")));
        body.putArray("items").addAll(items);
    }

    private static ObjectNode shuffled(ObjectNode body) {
        var items = new ArrayList<>(body.path("items").valueStream().toList());
        java.util.Collections.shuffle(items);
        body.putArray("items").addAll(items);
        return body;
    }

    private static String cursor(int position) {
        byte[] text = ("o:" + position).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private int position(Call call) {
        var after = call.query().first("after");
        if (after.isEmpty()) {
            return 0;
        }
        int back = world.settings().breaks(Fault.EVT_005_A) ? 1 : 0;
        int position = parse(after.get());
        if (position < 0 || position > world.feed().size()) {
            if (world.settings().breaks(Fault.EVT_005_B)) {
                return 0;
            }
            throw Fail.parameter("after", "unknown-value");
        }
        return Math.max(0, position - back);
    }

    /** Returns the place that a cursor names; a negative number if it names none. */
    public static int parse(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            boolean ours = text.matches("o:[0-9]{1,9}");
            return ours ? Integer.parseInt(text.substring(2)) : -1;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }
}
