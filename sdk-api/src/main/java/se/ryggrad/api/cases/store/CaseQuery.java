package se.ryggrad.api.cases.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Identity;
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
 * @param search what is searched for; absent for a list
 * @param page the page
 */
public record CaseQuery(PrincipalId principal, Sight sight, Filter filter, Optional<Search> search, PageRequest page) {

    /** Creates a query for a list, in which nothing is searched for. */
    public CaseQuery(PrincipalId principal, Sight sight, Filter filter, PageRequest page) {
        this(principal, sight, filter, Optional.empty(), page);
    }

    /** Returns the same query within other bounds. */
    public CaseQuery within(Sight changed) {
        return new CaseQuery(principal, changed, filter, search, page);
    }

    /**
     * Holds what is searched for, at least one of the two; a case that is found has all that is given (CASE-096).
     *
     * @param party who is a party that has not ended
     * @param registryNumber the whole registry number, compared octet by octet
     */
    public record Search(Optional<Identity> party, Optional<String> registryNumber) {

        /** Rejects a search for nothing, and one for nobody in particular, which would find whoever has no number. */
        public Search {
            if (party.isEmpty() && registryNumber.isEmpty()) {
                throw new IllegalArgumentException("a search for nothing");
            }
            if (party.filter(Identity.NONE::equals).isPresent()) {
                throw new IllegalArgumentException("a search for nobody in particular");
            }
        }
    }

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
