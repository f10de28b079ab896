package se.ryggrad.core.cases.turn;

import java.time.LocalDate;
import se.ryggrad.api.FaultCode;

/** Checks the dates of facts that are recorded after the event: past, never future, in order. */
public final class Facts {

    private Facts() {}

    /**
     * Notes a fault when {@code fact} lies in the future, or before what it must follow.
     *
     * @param earliest the day before which it cannot have been
     */
    public static void past(Turn turn, String pointer, LocalDate fact, LocalDate earliest) {
        if (fact.isAfter(turn.moment().today())) {
            turn.fault(pointer, FaultCode.DATE_IN_FUTURE);
        } else if (fact.isBefore(earliest)) {
            turn.fault(pointer, FaultCode.DATE_ORDER);
        }
    }
}
