package se.ryggrad.core.client.served;

import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import se.ryggrad.api.events.EventFeed;
import se.ryggrad.core.cases.contract.EventFeedContract;

/** Holds what is spoken to over HTTP against the contract. */
class RemoteEventFeedTest extends EventFeedContract {

    @AutoClose
    private final ServedEngine served;

    private final EventFeed feed;

    RemoteEventFeedTest() throws IOException {
        served = new ServedEngine(world);
        feed = served.client().feed();
    }

    @Override
    protected EventFeed feed() {
        return feed;
    }
}
