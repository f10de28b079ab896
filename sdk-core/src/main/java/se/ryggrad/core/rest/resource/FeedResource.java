package se.ryggrad.core.rest.resource;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.events.FeedWriter;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Ports;
import se.ryggrad.core.rest.problem.ProblemTexts;

/** Serves the feed, in commit order (EVT). */
@Path("/{principal}/v1/events")
@RequestScoped
public class FeedResource {

    private static final int DEFAULT_LIMIT = 100;

    private Ports ports;
    private CurrentExchange current;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public FeedResource() {}

    /** Creates the resource. */
    @Inject
    public FeedResource(Ports ports, CurrentExchange current) {
        this.ports = ports;
        this.current = current;
    }

    /** Answers the events after a position; {@code next} goes on where the answer ends. */
    @GET
    public Response read() {
        Exchange exchange = current.get();
        int limit = exchange.number("limit", DEFAULT_LIMIT);
        long after =
                exchange.parameter("after").map(text -> known(exchange, text)).orElse(0L);
        List<FeedEvent> events = ports.feed().read(exchange.principal().id(), authorities(exchange), after, limit);
        long end = events.isEmpty() ? after : events.get(events.size() - 1).position();
        JsonTree body = JsonTree.object()
                .put(
                        "items",
                        events.stream()
                                .map(event -> FeedWriter.event(
                                        event, exchange.principal().baseUrl()))
                                .toList())
                .put("limit", limit)
                .put("next", FeedWriter.position(end))
                .build();
        return Answers.json(exchange, body);
    }

    private long known(Exchange exchange, String text) {
        Optional<Long> position = FeedWriter.position(text)
                .filter(place -> ports.feed().knows(exchange.principal().id(), authorities(exchange), place));
        return position.orElseThrow(FeedResource::unknown);
    }

    private static RyggradException unknown() {
        return ProblemTexts.refusal(
                ProblemType.MALFORMED, "parameters", FaultTexts.of("after", FaultCode.UNKNOWN_VALUE));
    }

    private static Set<AuthorityId> authorities(Exchange exchange) {
        return exchange.actor() instanceof Actor.SystemActor system ? system.authorities() : Set.of();
    }
}
