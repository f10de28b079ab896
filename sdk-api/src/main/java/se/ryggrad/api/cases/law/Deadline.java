package se.ryggrad.api.cases.law;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Is a time that the law sets and that has begun to run in a case.
 *
 * @param kind what is to be done in it
 * @param startsOn the day that it is counted from
 * @param dueOn the last day, in Europe/Stockholm
 * @param endedOn the day that it was met or ceased to matter; absent while it runs
 */
public record Deadline(Kind kind, LocalDate startsOn, LocalDate dueOn, Optional<LocalDate> endedOn) {

    /** Returns whether it still runs. */
    public boolean running() {
        return endedOn.isEmpty();
    }

    /** Returns the same deadline, ended on {@code day}. */
    public Deadline ended(LocalDate day) {
        return new Deadline(kind, startsOn, dueOn, Optional.of(day));
    }

    /** Lists what the law sets a time for; readers tolerate others. */
    public enum Kind {
        /** To decide the case, or refuse the demand, within four weeks (FL section 12). */
        DECISION_ON_DEMAND("Förvaltningslagen (2017:900) 12 §", "decision-demanded");

        private final String law;
        private final String startedBy;

        Kind(String law, String startedBy) {
            this.law = law;
            this.startedBy = startedBy;
        }

        /** Returns the name in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Returns the provision, in Swedish. */
        public String law() {
            return law;
        }

        /** Returns the name of the event that it begins with. */
        public String startedBy() {
            return startedBy;
        }
    }
}
