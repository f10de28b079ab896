package se.ryggrad.core.rest.messaging;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import se.ryggrad.api.messaging.Inbox;
import se.ryggrad.api.messaging.model.Letter;
import se.ryggrad.api.messaging.model.MessageId;
import se.ryggrad.core.json.messaging.LetterActionReader;
import se.ryggrad.core.json.messaging.LetterWriter;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Ports;
import se.ryggrad.core.rest.resource.Answers;

/** Shows a person the letters to them, or to whom they represent (MSG-028 to MSG-032). */
@Path("/{principal}/v1/inbox")
@RequestScoped
public class InboxResource {

    private Ports ports;
    private CurrentExchange current;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public InboxResource() {}

    /** Creates the resource. */
    @Inject
    public InboxResource(Ports ports, CurrentExchange current) {
        this.ports = ports;
        this.current = current;
    }

    /** Answers one page of the letters. */
    @GET
    public Response list() {
        Exchange exchange = current.get();
        return Answers.list(
                exchange,
                inbox().letters(exchange.caller(), exchange.page()),
                letter -> LetterWriter.item(letter, exchange.principal().name()));
    }

    /** Answers a letter whole. */
    @GET
    @Path("{letterId}")
    public Response letter() {
        Exchange exchange = current.get();
        return whole(exchange, inbox().letter(exchange.caller(), id(exchange)));
    }

    /** Marks a letter as read or unread, and answers it. */
    @POST
    @Path("{letterId}/actions")
    public Response act() {
        Exchange exchange = current.get();
        return whole(
                exchange,
                inbox().mark(exchange.caller(), id(exchange), () -> LetterActionReader.read(exchange.json())));
    }

    private Inbox inbox() {
        return ports.messages().orElseThrow().inbox();
    }

    private static MessageId id(Exchange exchange) {
        return new MessageId(exchange.id(0));
    }

    private static Response whole(Exchange exchange, Letter letter) {
        return Answers.json(
                exchange, LetterWriter.whole(letter, exchange.principal().name()));
    }
}
