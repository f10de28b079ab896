package se.ryggrad.api.cases.model;

import java.util.Locale;

/** Lists the statuses of a case; the list is closed. Waiting is not a status. */
public enum CaseStatus {
    /** Received and not registered yet. */
    SUBMITTED,
    /** Has its registry number. */
    REGISTERED,
    /** Has an officer who handles it. */
    IN_PROGRESS,
    /** A final decision is made. */
    DECIDED,
    /** Done with. */
    CLOSED;

    /** Returns the name in JSON, for example {@code in-progress}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns whether the case is not closed. */
    public boolean open() {
        return this != CLOSED;
    }
}
