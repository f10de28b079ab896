package se.ryggrad.api.events;

import java.util.List;
import java.util.Set;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Reads the feed. You plug it in; the case store writes it.
 *
 * <p>No event becomes visible before one that was served already.
 */
public interface EventLog {

    /**
     * Returns the events after a position, in order.
     *
     * @param authorities whose events the reader reaches
     * @param after exclusive; 0 from the start
     * @param limit how many at the most
     */
    List<FeedEvent> read(PrincipalId principal, Set<AuthorityId> authorities, long after, int limit);

    /**
     * Returns whether {@code position} is 0 or one of an event that the reader reaches: of others' events it does not
     * learn that they exist.
     *
     * @param authorities whose events the reader reaches
     */
    boolean knows(PrincipalId principal, Set<AuthorityId> authorities, long position);

    /** Returns the position of the latest event of {@code principal}, whosever; 0 where there is none. */
    long end(PrincipalId principal);
}
