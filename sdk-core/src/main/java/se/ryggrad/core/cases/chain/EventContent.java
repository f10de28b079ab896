package se.ryggrad.core.cases.chain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.core.json.CanonicalJson;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.cases.ActorWriter;

/** Writes the content of an event: equal for all readers, without language, the same to the octet. */
public final class EventContent {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private EventContent() {}

    /** Returns the canonical form (RFC 8785) of {@code draft}, recorded at {@code recordedAt}. */
    public static JsonText of(EventDraft draft, Instant recordedAt) {
        return CanonicalJson.of(JsonTree.object()
                .put("type", draft.type().code())
                .put("occurredOn", draft.occurredOn().toString())
                .put("recordedAt", INSTANT.format(recordedAt))
                .put("actor", ActorWriter.actor(draft.actor()))
                .put("audience", audience(draft.audience()))
                .put("data", draft.data())
                .build());
    }

    private static JsonTree audience(Audience audience) {
        JsonTree.ObjectNode to =
                JsonTree.object().put("to", audience.to().code()).build();
        if (audience.to() != Audience.To.PARTIES) {
            return to;
        }
        return JsonTree.object()
                .putAll(to)
                .putTexts(
                        "parties",
                        audience.parties().stream()
                                .map(party -> party.value().toString())
                                .sorted()
                                .toList())
                .build();
    }
}
