package se.ryggrad.core.events;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.events.EventFeed;
import se.ryggrad.api.events.EventLog;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.core.json.Positions;
import se.ryggrad.core.json.events.FeedWriter;
import se.ryggrad.core.text.Wording;

/** Offers the feed over a log: positions are opaque to readers and follow commit order (EVT-001 to EVT-007). */
public final class FeedDesk implements EventFeed {

    private static final String SCOPE = "events:read";

    private final EventLog log;

    /** Creates the desk of {@code log}. */
    public FeedDesk(EventLog log) {
        this.log = log;
    }

    @Override
    public Slice read(Caller caller, Optional<String> after, int limit) {
        if (!(caller.actor() instanceof Actor.SystemActor system)
                || !system.scopes().contains(SCOPE)) {
            throw RyggradException.of(ProblemType.FORBIDDEN, Wording.text("forbidden.scope"));
        }
        long from = after.map(text -> known(caller, system.authorities(), text)).orElse(0L);
        List<FeedEvent> items = log.read(caller.principal(), system.authorities(), from, limit);
        long next = items.isEmpty() ? from : items.get(items.size() - 1).position();
        return new Slice(items, FeedWriter.position(next));
    }

    private long known(Caller caller, Set<AuthorityId> authorities, String text) {
        return FeedWriter.position(text)
                .filter(position -> log.knows(caller.principal(), authorities, position))
                .orElseThrow(Positions::unknown);
    }
}
