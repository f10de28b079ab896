package se.ryggrad.core.rest.minasidor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import se.ryggrad.core.json.minasidor.OverviewWriter;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Ports;
import se.ryggrad.core.rest.resource.Answers;

/** Tells what the source holds for a person, who asks or for whom a portal does (MINA-001 to MINA-006). */
@Path("/{principal}/v1/overview-items")
@RequestScoped
public class OverviewItemsResource {

    private Ports ports;
    private CurrentExchange current;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public OverviewItemsResource() {}

    /** Creates the resource. */
    @Inject
    public OverviewItemsResource(Ports ports, CurrentExchange current) {
        this.ports = ports;
        this.current = current;
    }

    /** Answers the items. */
    @GET
    public Response list() {
        Exchange exchange = current.get();
        String subject = exchange.token().orElseThrow().subject();
        return Answers.list(
                exchange,
                ports.overview().items(exchange.caller(), exchange.page()),
                item -> OverviewWriter.item(item, subject));
    }
}
