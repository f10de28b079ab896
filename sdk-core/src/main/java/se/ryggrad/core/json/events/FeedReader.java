package se.ryggrad.core.json.events;

import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.cases.Fields;

/**
 * Reads the events of a feed, as {@link FeedWriter} writes them. An event of a type that this version does not know is of type {@link
 * EventType#OTHER}; what is no event after the standard throws, as {@link Fields} says.
 */
public final class FeedReader {

    private FeedReader() {}

    /** Reads an event. */
    public static FeedEvent event(JsonTree.ObjectNode json) {
        Fields body = new Fields(json);
        Fields data = body.maybe("data").orElseThrow();
        return new FeedEvent(
                0,
                body.uuid("id"),
                new CaseId(body.uuid("subject")),
                FeedWriter.type(body.text("type")).orElse(EventType.OTHER),
                body.instant("time"),
                data.number("sequence"),
                data.text("head"),
                new AuthorityId(data.text("authority")),
                data.maybeText("service").map(ServiceId::new),
                data.code("status", CaseStatus.class),
                body.text("traceparent"));
    }
}
