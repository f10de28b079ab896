package se.ryggrad.core.rest.minasidor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.minasidor.index.IndexTerms;
import se.ryggrad.api.minasidor.index.IndexedVersion;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.minasidor.IndexWriter;
import se.ryggrad.core.json.minasidor.PushReader;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Ports;
import se.ryggrad.core.rest.problem.ProblemTexts;
import se.ryggrad.core.rest.resource.Answers;

/** Takes what sources push to the index of a portal (MINA-034 to MINA-056). */
@Path("/{principal}/v1/overview-index/{sourceId}")
@RequestScoped
public class OverviewIndexResource {

    private static final int DEFAULT_LIMIT = 100;

    private Ports ports;
    private CurrentExchange current;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public OverviewIndexResource() {}

    /** Creates the resource. */
    @Inject
    public OverviewIndexResource(Ports ports, CurrentExchange current) {
        this.ports = ports;
        this.current = current;
    }

    /** Answers a stretch of the versions that are kept of the source. */
    @GET
    public Response versions() {
        Exchange exchange = current.get();
        int limit = exchange.number("limit", DEFAULT_LIMIT);
        Optional<UUID> after = exchange.parameter("after").map(OverviewIndexResource::position);
        List<IndexedVersion> found =
                ports.intake().versions(exchange.caller(), exchange.variables().get(0), after, limit + 1);
        boolean more = found.size() > limit;
        return Answers.json(exchange, IndexWriter.versions(more ? found.subList(0, limit) : found, limit, more));
    }

    /** Notes up to when the source has pushed. */
    @PUT
    public Response vouch() {
        Exchange exchange = current.get();
        ports.intake()
                .vouch(exchange.caller(), exchange.variables().get(0), () -> PushReader.asOf(exchange.json(), now()));
        return Response.noContent().build();
    }

    /** Takes a change of an item. */
    @PUT
    @Path("{itemId}")
    public Response push() {
        Exchange exchange = current.get();
        IndexTerms terms = ports.intake().terms(exchange.principal().id()).orElseThrow();
        ports.intake()
                .push(
                        exchange.caller(),
                        exchange.variables().get(0),
                        exchange.id(1),
                        () -> PushReader.push(exchange.json(), terms.maximumLifetime(), now()));
        return Response.noContent().build();
    }

    private static UUID position(String text) {
        return Formats.uuid(text)
                .orElseThrow(() -> ProblemTexts.refusal(
                        ProblemType.MALFORMED, "parameters", FaultTexts.of("after", FaultCode.UNKNOWN_VALUE)));
    }

    private Instant now() {
        return ports.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
