package se.ryggrad.core.cases.rules.erasing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonTree;

/**
 * Is what a redaction takes of a case.
 *
 * @param events the events, sequence ascending
 * @param documents the documents
 */
record Taken(List<CaseEvent> events, Set<DocumentId> documents) {

    /** Copies the collections. */
    Taken {
        events = List.copyOf(events);
        documents = Set.copyOf(documents);
    }

    /** Finds what {@code parts} name, and notes a fault for each that names nothing that can be redacted. */
    static Taken of(Turn turn, List<CaseEvent> events, List<UUID> parts) {
        Set<UUID> named = new HashSet<>(parts);
        Taken taken = new Taken(
                events.stream()
                        .filter(event -> named.contains(event.id()) && Redactable.is(event))
                        .toList(),
                turn.current().documents().stream()
                        .filter(document -> document.redacted().isEmpty())
                        .map(CaseDocument::id)
                        .filter(document -> named.contains(document.value()))
                        .collect(Collectors.toSet()));
        Set<UUID> found = taken.eventIds();
        for (int place = 0; place < parts.size(); place++) {
            UUID part = parts.get(place);
            if (!found.contains(part) && !taken.documents().contains(new DocumentId(part))) {
                turn.fault("/parts/" + place, FaultCode.UNKNOWN_VALUE);
            }
        }
        return taken;
    }

    /** Returns the ids of the events. */
    Set<UUID> eventIds() {
        return events.stream().map(CaseEvent::id).collect(Collectors.toSet());
    }

    /** Returns the ids of what the events of a type brought into the case. */
    Set<UUID> told(EventType type, String pointer) {
        return events.stream()
                .filter(event -> event.type() == type)
                .flatMap(event -> event.told().stream())
                .flatMap(told -> JsonTree.parse(told.content()).at(pointer).stream())
                .flatMap(id -> id.asText().flatMap(Formats::uuid).stream())
                .collect(Collectors.toSet());
    }
}
