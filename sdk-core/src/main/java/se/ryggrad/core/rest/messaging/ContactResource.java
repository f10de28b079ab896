package se.ryggrad.core.rest.messaging;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import se.ryggrad.api.messaging.Contacts;
import se.ryggrad.core.json.messaging.ContactReader;
import se.ryggrad.core.json.messaging.LetterWriter;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Ports;
import se.ryggrad.core.rest.resource.Answers;

/** Lets a person say how they want to be told that there is something to read (MSG-033, MSG-034). */
@Path("/{principal}/v1/me/contact")
@RequestScoped
public class ContactResource {

    private Ports ports;
    private CurrentExchange current;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public ContactResource() {}

    /** Creates the resource. */
    @Inject
    public ContactResource(Ports ports, CurrentExchange current) {
        this.ports = ports;
        this.current = current;
    }

    /** Answers what the person has said. */
    @GET
    public Response contact() {
        Exchange exchange = current.get();
        return Answers.json(exchange, LetterWriter.contact(contacts().contact(exchange.caller())));
    }

    /** Replaces what the person has said, and answers what holds. */
    @PUT
    public Response put() {
        Exchange exchange = current.get();
        return Answers.json(
                exchange,
                LetterWriter.contact(contacts().put(exchange.caller(), () -> ContactReader.read(exchange.json()))));
    }

    private Contacts contacts() {
        return ports.messages().orElseThrow().contacts();
    }
}
