package se.ryggrad.core.json.events;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.Positions;

/** Writes the feed's events (CloudEvents 1.0, schema {@code feed}) and its opaque positions. */
public final class FeedWriter {

    private static final String LIST = "o";

    private FeedWriter() {}

    /** Writes an event; {@code source} is the base URL. */
    public static JsonTree.ObjectNode event(FeedEvent event, URI source) {
        JsonTree.ObjectNode data = JsonTree.object()
                .put("sequence", event.sequence())
                .put("head", event.head())
                .put("authority", event.authority().value())
                .putText("service", event.service().map(ServiceId::value))
                .put("status", event.status().code())
                .build();
        return JsonTree.object()
                .put("specversion", "1.0")
                .put("id", event.id().toString())
                .put("source", source.toString())
                .put("type", type(event.type()))
                .put("subject", event.caseId().value().toString())
                .put("time", Formats.text(event.time()))
                .put("datacontenttype", "application/json")
                .put("traceparent", event.traceparent())
                .put("data", data)
                .build();
    }

    /** Writes the type of an event. */
    public static String type(EventType type) {
        return "se.ryggrad.case." + type.code() + ".v1";
    }

    /** Reads the type of an event, or nothing when no system records one such. */
    public static Optional<EventType> type(String text) {
        return Arrays.stream(EventType.values())
                .filter(type -> type != EventType.OTHER && type(type).equals(text))
                .findFirst();
    }

    /** Writes a position so that clients do not count with it. */
    public static String position(long position) {
        return Positions.write(LIST, position);
    }

    /** Reads a position, or nothing when it was not written by {@link #position(long)}. */
    public static Optional<Long> position(String text) {
        return Positions.read(LIST, text);
    }
}
