package se.ryggrad.core.cases.rules.erasing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.core.cases.turn.Moment;

/** Finds the day on which a case was last closed, from which the time runs that it is kept (HAND-078). */
public final class Closings {

    /** Whichever of these came last has closed a case that is closed: a withdrawal does where nothing is decided. */
    private static final Set<EventType> CLOSING = Set.of(EventType.CLOSED, EventType.COMPLETED, EventType.WITHDRAWN);

    private Closings() {}

    /** Returns the day in Europe/Stockholm on which a closed case with {@code events} was last closed. */
    public static Optional<LocalDate> last(List<CaseEvent> events) {
        return events.stream()
                .filter(event -> CLOSING.contains(event.type()))
                .reduce((earlier, later) -> later)
                .map(event -> Moment.day(event.recordedAt()));
    }
}
