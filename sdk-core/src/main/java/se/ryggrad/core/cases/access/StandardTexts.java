package se.ryggrad.core.cases.access;

import java.util.Map;
import java.util.stream.Collectors;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;

/** Finds what the standard calls its statuses and events. */
final class StandardTexts {

    private static final Map<String, LocalizedText> STATUSES = texts("lifecycle.json", "statuses", "id", "text");
    private static final Map<String, LocalizedText> EVENTS = texts("events.json", "events", "name", "title");

    private StandardTexts() {}

    static LocalizedText of(CaseStatus status) {
        return STATUSES.getOrDefault(status.code(), new LocalizedText(status.code(), status.code()));
    }

    static LocalizedText of(EventType type) {
        return EVENTS.getOrDefault(type.code(), new LocalizedText(type.code(), type.code()));
    }

    private static Map<String, LocalizedText> texts(String resource, String list, String key, String text) {
        return StandardFiles.json(resource).items(list).stream()
                .flatMap(item -> item.asObject().stream())
                .collect(Collectors.toUnmodifiableMap(
                        item -> item.text(key).orElseThrow(),
                        item -> text(item.object(text).orElseThrow())));
    }

    private static LocalizedText text(JsonTree.ObjectNode text) {
        return new LocalizedText(text.text("sv").orElseThrow(), text.text("en").orElseThrow());
    }
}
