package se.ryggrad.conformance.twin.erasure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.cases.Event;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Texts;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes documents and events out of a case for good.
 *
 * @param why on what it rests
 */
public record Redaction(World world, CaseFile file, ObjectNode why) {

    private static final Set<String> REDACTABLE = Texts.standard("events")
            .path("events")
            .valueStream()
            .filter(e -> e.path("redactable").asBoolean(false))
            .map(e -> e.path("name").asString())
            .collect(Collectors.toUnmodifiableSet());

    /** Returns whether an id is of something in the case that may be redacted. */
    public static boolean isPossible(CaseFile file, String id, TwinSettings settings) {
        boolean again = settings.breaks(Fault.HAND_076_E);
        var document = CaseFile.find(file.documents(), id);
        if (document.isPresent()) {
            return !document.get().has("redacted") || again;
        }
        return event(file, id)
                .filter(e -> isRedactable(e, settings) || (again && e.why().isPresent()))
                .isPresent();
    }

    private static boolean isRedactable(Event event, TwinSettings settings) {
        boolean decided = event.type().equals("decided") && settings.breaks(Fault.HAND_076_C);
        return REDACTABLE.contains(event.type()) || decided;
    }

    private static Optional<Event> event(CaseFile file, String id) {
        return file.events().stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /** Takes what an id names away; nothing when it names nothing. */
    public void erase(String id) {
        CaseFile.find(file.documents(), id).ifPresent(this::document);
        event(file, id).ifPresent(event -> {
            part("requested", "request", file.requests(), event, Fault.HAND_074_C);
            part("appealed", "appeal", file.appeals(), event, Fault.HAND_074_D);
            event(event);
            fold(event);
        });
    }

    /** Puts the mark in the place of an event. */
    public void event(Event event) {
        if (remembers()) {
            file.remember(event);
        }
        var left = event.erased(why);
        boolean resealed = breaks(Fault.HAND_073_E) && !file.isDisposed();
        file.replace(resealed ? left.resealed() : left);
    }

    private boolean remembers() {
        return List.of(
                        Fault.HAND_073_A,
                        Fault.HAND_073_B,
                        Fault.HAND_073_C,
                        Fault.HAND_073_D,
                        Fault.HAND_079_D,
                        Fault.HAND_081_A)
                .stream()
                .anyMatch(this::breaks);
    }

    private void document(ObjectNode document) {
        String id = document.path("id").asString();
        document.put("name", breaks(Fault.HAND_075_D) ? document.path("name").asString() : "")
                .put("subject", "")
                .set("redacted", why.deepCopy());
        if (!breaks(Fault.HAND_075_C)) {
            document.remove("sha256");
        }
        boolean kept = List.of(Fault.HAND_075_A, Fault.HAND_075_B, Fault.HAND_081_B).stream()
                .anyMatch(this::breaks);
        if (!kept) {
            file.files().remove(id);
        }
    }

    /** Empties the part of the case that an event of a type made. */
    private void part(String type, String name, ArrayNode parts, Event event, Fault forgotten) {
        if (!event.type().equals(type) || breaks(forgotten)) {
            return;
        }
        String id = event.content().path("data").path(name).asString("");
        CaseFile.find(parts, id).ifPresent(part -> {
            part.put("text", "").set("redacted", why.deepCopy());
            part.remove(List.of("form", "consequence"));
        });
    }

    /** Makes the form anew of what the events that are left gave of it. */
    private void fold(Event gone) {
        if (!(gone.content().path("data").path("form") instanceof ObjectNode given)
                || !List.of("submitted", "opened", "supplemented").contains(gone.type())
                || breaks(Fault.HAND_074_A)) {
            return;
        }
        if (breaks(Fault.HAND_074_B)) {
            file.form().remove(given.propertyNames());
            return;
        }
        file.form().removeAll();
        for (var event : file.events()) {
            boolean gave = List.of("submitted", "opened", "supplemented").contains(event.type());
            if (gave && event.content().path("data").path("form") instanceof ObjectNode form) {
                file.form().setAll(form.deepCopy());
            }
        }
    }

    private boolean breaks(Fault fault) {
        return world.settings().breaks(fault);
    }
}
