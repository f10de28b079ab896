package se.ryggrad.api.events;

import java.util.Objects;
import java.util.UUID;
import se.ryggrad.api.cases.model.CaseId;

/**
 * Is an event that a receiver has not taken yet.
 *
 * @param position its place in the feed
 * @param event its id
 * @param caseId the case, whose later events wait for it
 * @param calling how it goes
 */
public record Outstanding(long position, UUID event, CaseId caseId, Calling calling) {

    /** Rejects absent parts. */
    public Outstanding {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(calling, "calling");
    }

    /** Returns the same, going on. */
    public Outstanding with(Calling then) {
        return new Outstanding(position, event, caseId, then);
    }
}
