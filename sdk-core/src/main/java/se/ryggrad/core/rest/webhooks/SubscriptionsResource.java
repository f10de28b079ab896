package se.ryggrad.core.rest.webhooks;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.api.events.SubscriptionId;
import se.ryggrad.api.events.Subscriptions;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.core.json.events.SubscriptionReader;
import se.ryggrad.core.json.events.SubscriptionWriter;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Ports;
import se.ryggrad.core.rest.resource.Answers;

/** Lets systems have events sent (EVT-009 to EVT-019, EVT-031). */
@Path("/{principal}/v1/subscriptions")
@RequestScoped
public class SubscriptionsResource {

    private static final int MADE = 201;

    private Ports ports;
    private CurrentExchange current;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public SubscriptionsResource() {}

    /** Creates the resource. */
    @Inject
    public SubscriptionsResource(Ports ports, CurrentExchange current) {
        this.ports = ports;
        this.current = current;
    }

    /** Makes a subscription, and shows its secret this once. */
    @POST
    public Response subscribe() {
        Exchange exchange = current.get();
        Once<Subscription> once = Answers.once(
                exchange,
                "POST",
                exchange.body().orElseThrow().digest(),
                ports.clock().instant(),
                subscription -> made(exchange, subscription));
        return Answers.kept(subscriptions()
                .subscribe(exchange.caller(), () -> SubscriptionReader.call(exchange.json()), once)
                .answer());
    }

    private static Answer made(Exchange exchange, Subscription subscription) {
        String location = exchange.address("/subscriptions/" + subscription.id().value());
        return Answers.toKeep(MADE, Map.of("Location", location), exchange, SubscriptionWriter.made(subscription));
    }

    /** Answers one page of the client's subscriptions. */
    @GET
    public Response list() {
        Exchange exchange = current.get();
        return Answers.list(
                exchange, subscriptions().list(exchange.caller(), exchange.page()), SubscriptionWriter::subscription);
    }

    /** Answers how it goes with a subscription. */
    @GET
    @Path("{subscriptionId}")
    public Response subscription() {
        Exchange exchange = current.get();
        return Answers.json(
                exchange, SubscriptionWriter.subscription(subscriptions().find(exchange.caller(), id(exchange))));
    }

    /** Ends a subscription. */
    @DELETE
    @Path("{subscriptionId}")
    public Response unsubscribe() {
        Exchange exchange = current.get();
        subscriptions().unsubscribe(exchange.caller(), id(exchange));
        return Response.noContent().build();
    }

    /** Resumes a subscription. */
    @POST
    @Path("{subscriptionId}/actions")
    public Response act() {
        Exchange exchange = current.get();
        return Answers.json(
                exchange,
                SubscriptionWriter.subscription(subscriptions()
                        .resume(exchange.caller(), id(exchange), () -> SubscriptionReader.resume(exchange.json()))));
    }

    private Subscriptions subscriptions() {
        return ports.webhooks().orElseThrow().subscriptions();
    }

    private static SubscriptionId id(Exchange exchange) {
        return new SubscriptionId(exchange.id(0));
    }
}
