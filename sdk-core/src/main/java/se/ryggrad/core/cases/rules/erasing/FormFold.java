package se.ryggrad.core.cases.rules.erasing;

import java.util.List;
import java.util.Set;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;

/** Puts the form of a case together from its events: each member is the one that was given last (HAND-074). */
final class FormFold {

    private static final Set<EventType> GIVING = Set.of(EventType.SUBMITTED, EventType.OPENED, EventType.SUPPLEMENTED);

    private FormFold() {}

    /** Returns whether {@code event} gave any of the form. */
    static boolean gives(CaseEvent event) {
        return GIVING.contains(event.type());
    }

    /** Returns the form that {@code events} give, sequence ascending; those that were erased give nothing. */
    static JsonText of(List<CaseEvent> events) {
        JsonBuilder form = JsonTree.object();
        events.stream()
                .filter(FormFold::gives)
                .flatMap(event -> event.told().stream())
                .flatMap(told -> JsonTree.parse(told.content()).at("/data/form").stream())
                .flatMap(given -> given.asObject().stream())
                .forEach(form::putAll);
        return form.build().json();
    }
}
