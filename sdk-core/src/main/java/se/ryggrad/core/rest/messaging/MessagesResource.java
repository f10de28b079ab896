package se.ryggrad.core.rest.messaging;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.messaging.Messaging;
import se.ryggrad.api.messaging.Sent;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.MessageId;
import se.ryggrad.core.http.ProblemStatus;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.messaging.MessageWriter;
import se.ryggrad.core.json.messaging.SendReader;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Ports;
import se.ryggrad.core.rest.problem.ProblemWriter;
import se.ryggrad.core.rest.resource.Answers;
import se.ryggrad.core.rest.resource.OfficerLevel;

/** Takes messages and tells what became of them (MSG-002 to MSG-014, MSG-037). */
@Path("/{principal}/v1/messages")
@RequestScoped
public class MessagesResource {

    private static final int TAKEN = 202;

    private Ports ports;
    private CurrentExchange current;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public MessagesResource() {}

    /** Creates the resource. */
    @Inject
    public MessagesResource(Ports ports, CurrentExchange current) {
        this.ports = ports;
        this.current = current;
    }

    /** Takes a message. */
    @POST
    public Response send() {
        Exchange exchange = current.get();
        OfficerLevel.check(exchange.actor(), ports.settings().minimumAssurance());
        Once<Message> once = once(exchange, message -> answer(exchange, message));
        return Answers.kept(messaging()
                .send(exchange.caller(), SendReader.call(exchange.json()), once)
                .answer());
    }

    /** Takes many messages, each judged by itself. */
    @POST
    @Path("batches")
    public Response sendAll() {
        Exchange exchange = current.get();
        OfficerLevel.check(exchange.actor(), ports.settings().minimumAssurance());
        Once<List<Sent>> once = once(exchange, sent -> Answers.toKeep(200, Map.of(), exchange, batch(exchange, sent)));
        return Answers.kept(messaging()
                .sendAll(exchange.caller(), () -> SendReader.calls(exchange.json()), once)
                .answer());
    }

    /** Answers what became of a message. */
    @GET
    @Path("{messageId}")
    public Response message() {
        Exchange exchange = current.get();
        OfficerLevel.check(exchange.actor(), ports.settings().minimumAssurance());
        MessageId id = new MessageId(exchange.id(0));
        Message message = messaging().message(exchange.caller(), id);
        return Answers.json(exchange, MessageWriter.message(message));
    }

    private Messaging messaging() {
        return ports.messages().orElseThrow().messaging();
    }

    private <T> Once<T> once(Exchange exchange, Function<T, Answer> render) {
        return Answers.once(
                exchange,
                "POST",
                exchange.body().orElseThrow().digest(),
                ports.clock().instant(),
                render);
    }

    private static Answer answer(Exchange exchange, Message message) {
        String location = exchange.address("/messages/" + message.id().value());
        return Answers.toKeep(TAKEN, Map.of("Location", location), exchange, MessageWriter.message(message));
    }

    private static JsonTree batch(Exchange exchange, List<Sent> sent) {
        List<JsonTree> items = new ArrayList<>();
        for (int index = 0; index < sent.size(); index++) {
            items.add(JsonTree.object()
                    .put("index", index)
                    .putAll(item(exchange, sent.get(index)))
                    .build());
        }
        return JsonTree.object().put("items", items).build();
    }

    private static JsonTree.ObjectNode item(Exchange exchange, Sent sent) {
        if (sent instanceof Sent.Taken taken) {
            return JsonTree.object()
                    .put("status", TAKEN)
                    .put("id", taken.message().id().value().toString())
                    .build();
        }
        Sent.Refused refused = (Sent.Refused) sent;
        return JsonTree.object()
                .put("status", ProblemStatus.of(refused.problem().type()))
                .put(
                        "problem",
                        ProblemWriter.json(
                                refused.problem(),
                                exchange.language(),
                                exchange.trace().traceId()))
                .build();
    }
}
