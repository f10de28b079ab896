package se.ryggrad.api.cases.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.organisation.UnitId;

/**
 * Asks for a list of cases.
 *
 * <p>Order: {@code receivedAt} descending, then id; with {@code updatedSince} {@code updatedAt}
 * ascending, then id.
 *
 * @param principal whose
 * @param sight the bounds of the reader
 * @param filter the named filters
 * @param page the page
 */
public record CaseQuery(PrincipalId principal, Sight sight, Filter filter, PageRequest page) {

    /**
     * Holds the named filters; all that are given must match.
     *
     * @param statuses the statuses; all when empty
     * @param service the service
     * @param updatedSince at or after this moment
     * @param officer assigned to this officer
     * @param unassigned without an officer
     * @param unit in this unit
     */
    public record Filter(
            Set<CaseStatus> statuses,
            Optional<ServiceId> service,
            Optional<Instant> updatedSince,
            Optional<ActorId> officer,
            boolean unassigned,
            Optional<UnitId> unit) {

        /** No filter. */
        public static final Filter NONE =
                new Filter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty());

        /** Copies the statuses. */
        public Filter {
            statuses = Set.copyOf(statuses);
        }
    }
}
