package se.ryggrad.conformance.source;

import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Makes items of the overview as a source holds them (MINA-002), good until a check changes something in one. */
public final class PlayedItem {

    private static final String UPDATED = "2026-11-20T08:00:00.000Z";

    private PlayedItem() {}

    /** Makes an item of which nothing is asked. */
    public static ObjectNode of(String id) {
        return of(id, UPDATED);
    }

    /** Makes an item of which nothing is asked, last changed at a moment. */
    public static ObjectNode of(String id, String updatedAt) {
        ObjectNode item = Json.object("id", id, "kind", "case");
        item.set("title", Json.object("sv", "Ärende " + id, "en", "Case " + id));
        item.set("status", Json.object("sv", "Handläggs", "en", "Being handled"));
        return item.put("updatedAt", updatedAt).put("actionRequired", false);
    }

    /** Makes an item that asks for something by a day. */
    public static ObjectNode due(String id, String day) {
        return of(id).put("actionRequired", true).put("dueOn", day);
    }
}
