package se.ryggrad.core.cases.contract;

import se.ryggrad.api.events.EventFeed;
import se.ryggrad.core.events.FeedDesk;

/** Holds the feed in this process against the contract. */
class EngineEventFeedTest extends EventFeedContract {

    @Override
    protected EventFeed feed() {
        return new FeedDesk(world.log);
    }
}
