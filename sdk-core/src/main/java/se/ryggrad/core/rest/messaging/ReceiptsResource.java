package se.ryggrad.core.rest.messaging;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import se.ryggrad.core.json.messaging.ReceiptReader;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Ports;

/** Lets channels tell what became of their deliveries (MSG-024 to MSG-027). */
@Path("/{principal}/v1/delivery-receipts")
@RequestScoped
public class ReceiptsResource {

    private Ports ports;
    private CurrentExchange current;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public ReceiptsResource() {}

    /** Creates the resource. */
    @Inject
    public ReceiptsResource(Ports ports, CurrentExchange current) {
        this.ports = ports;
        this.current = current;
    }

    /** Notes what became of a delivery. */
    @POST
    public Response record() {
        Exchange exchange = current.get();
        ports.messages()
                .orElseThrow()
                .messaging()
                .receipt(
                        exchange.caller(),
                        ReceiptReader.call(exchange.json(), ports.clock().instant()));
        return Response.noContent().build();
    }
}
