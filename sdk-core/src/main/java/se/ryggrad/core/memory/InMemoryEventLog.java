package se.ryggrad.core.memory;

import java.util.List;
import java.util.Set;
import se.ryggrad.api.events.EventLog;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;

/** Reads the feed that an in-memory case store writes. Thread-safe. */
public final class InMemoryEventLog implements EventLog {

    private final InMemoryCaseStore store;

    /** Creates the log of {@code store}. */
    public InMemoryEventLog(InMemoryCaseStore store) {
        this.store = store;
    }

    @Override
    public List<FeedEvent> read(PrincipalId principal, Set<AuthorityId> authorities, long after, int limit) {
        return store.published().stream()
                .filter(published -> published.principal().equals(principal))
                .map(InMemoryCaseStore.Published::event)
                .filter(event -> authorities.contains(event.authority()) && event.position() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public boolean knows(PrincipalId principal, Set<AuthorityId> authorities, long position) {
        return position == 0
                || store.published().stream()
                        .filter(published -> published.principal().equals(principal))
                        .map(InMemoryCaseStore.Published::event)
                        .anyMatch(event -> authorities.contains(event.authority()) && event.position() == position);
    }

    @Override
    public long end(PrincipalId principal) {
        return store.published().stream()
                .filter(published -> published.principal().equals(principal))
                .mapToLong(published -> published.event().position())
                .max()
                .orElse(0);
    }
}
