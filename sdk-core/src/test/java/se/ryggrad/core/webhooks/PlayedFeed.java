package se.ryggrad.core.webhooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.events.EventLog;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.contract.Subscribed;

/** Is a feed that a test writes. Thread-safe. */
final class PlayedFeed implements EventLog {

    static final AuthorityId BUILDING = new AuthorityId("bygg");
    static final AuthorityId OTHER = new AuthorityId("skola");

    private final List<FeedEvent> events = new ArrayList<>();
    private long broken = -1;
    private int reads;

    /** Writes an event, and returns it. */
    synchronized FeedEvent write(CaseId in, EventType type, AuthorityId authority) {
        FeedEvent event = new FeedEvent(
                events.size() + 1L,
                UUID.randomUUID(),
                in,
                type,
                Subscribed.MADE,
                events.size() + 1L,
                "0".repeat(64),
                authority,
                new ServiceId("bygglov"),
                CaseStatus.SUBMITTED,
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        events.add(event);
        return event;
    }

    /** Throws for whoever reads after {@code position} from now on. */
    synchronized void breakAfter(long position) {
        broken = position;
    }

    /** Returns how often the feed was read. */
    synchronized int reads() {
        return reads;
    }

    @Override
    public synchronized List<FeedEvent> read(
            PrincipalId principal, Set<AuthorityId> authorities, long after, int limit) {
        reads++;
        if (after == broken) {
            throw new IllegalStateException("the feed cannot be read from there");
        }
        return events.stream()
                .filter(event -> authorities.contains(event.authority()) && event.position() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean knows(PrincipalId principal, Set<AuthorityId> authorities, long position) {
        return position == 0
                || events.stream()
                        .anyMatch(event -> authorities.contains(event.authority()) && event.position() == position);
    }

    @Override
    public synchronized long end(PrincipalId principal) {
        return events.size();
    }
}
