package se.ryggrad.core.client;

import java.util.Optional;
import se.ryggrad.api.events.EventFeed;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.client.http.Ask;
import se.ryggrad.core.client.http.Calls;
import se.ryggrad.core.client.http.Query;
import se.ryggrad.core.client.http.Reply;
import se.ryggrad.core.json.events.FeedReader;

/** Reads the feed of another system. Thread-safe. */
final class RemoteFeed implements EventFeed {

    private final Calls calls;

    RemoteFeed(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Slice read(Caller caller, Optional<String> after, int limit) {
        String path = new Query()
                .with("after", after)
                .with("limit", Integer.toString(limit))
                .at("/events");
        return calls.send(Ask.read(caller, path))
                .read(json -> new Slice(
                        Reply.items(json, FeedReader::event), json.text("next").orElseThrow()));
    }
}
