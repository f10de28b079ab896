package se.ryggrad.core.rest.resource;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import se.ryggrad.core.json.cases.CaseWriter;
import se.ryggrad.core.json.cases.SearchReader;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Ports;

/** Finds cases for officers, by what stands in the body alone (CASE-096 to CASE-098). */
@Path("/{principal}/v1/cases/searches")
@RequestScoped
public class CaseSearchesResource {

    private Ports ports;
    private CurrentExchange current;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public CaseSearchesResource() {}

    /** Creates the resource. */
    @Inject
    public CaseSearchesResource(Ports ports, CurrentExchange current) {
        this.ports = ports;
        this.current = current;
    }

    /** Answers the cases that are found. */
    @POST
    public Response search() {
        Exchange exchange = current.get();
        OfficerLevel.check(exchange.actor(), ports.settings().minimumAssurance());
        return Answers.list(
                exchange,
                ports.cases().search(exchange.caller(), SearchReader.read(exchange.json()), exchange.page()),
                view -> CaseWriter.item(view, exchange.language()));
    }
}
