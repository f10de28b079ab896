package se.ryggrad.core.rest.minasidor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import se.ryggrad.api.minasidor.Overview;
import se.ryggrad.api.minasidor.OverviewInquiry;
import se.ryggrad.api.minasidor.PresentedToken;
import se.ryggrad.core.identity.VerifiedToken;
import se.ryggrad.core.json.minasidor.GatheredWriter;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Ports;
import se.ryggrad.core.rest.resource.Answers;

/** Tells what all sources of a portal hold for a person (MINA-011 to MINA-033). */
@Path("/{principal}/v1/overview")
@RequestScoped
public class OverviewResource {

    private Ports ports;
    private CurrentExchange current;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public OverviewResource() {}

    /** Creates the resource. */
    @Inject
    public OverviewResource(Ports ports, CurrentExchange current) {
        this.ports = ports;
        this.current = current;
    }

    /** Answers one page of the overview. */
    @GET
    public Response overview() {
        Exchange exchange = current.get();
        VerifiedToken token = exchange.token().orElseThrow();
        Overview overview = ports.portal()
                .overview(new OverviewInquiry(
                        exchange.caller(),
                        new PresentedToken(token.value(), token.issuer(), token.acr()),
                        exchange.page()));
        return Answers.list(exchange, overview.page(), GatheredWriter::item, GatheredWriter.whole(overview));
    }
}
