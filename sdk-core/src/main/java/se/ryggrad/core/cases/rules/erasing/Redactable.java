package se.ryggrad.core.cases.rules.erasing;

import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;

/** Knows which events may be redacted: those that {@code events.json} marks. */
final class Redactable {

    private static final Set<String> NAMES = StandardFiles.json("events.json").items("events").stream()
            .flatMap(event -> event.asObject().stream())
            .filter(event ->
                    event.member("redactable").flatMap(JsonTree::asTruth).orElse(false))
            .map(event -> event.text("name").orElseThrow())
            .collect(Collectors.toUnmodifiableSet());

    private Redactable() {}

    /** Returns whether {@code event} may be redacted, and was not yet. */
    static boolean is(CaseEvent event) {
        return NAMES.contains(event.type().code()) && event.told().isPresent();
    }
}
