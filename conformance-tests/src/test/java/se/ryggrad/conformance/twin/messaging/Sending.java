package se.ryggrad.conformance.twin.messaging;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.messaging.delivery.Courier;
import se.ryggrad.conformance.twin.messaging.delivery.Mailroom;
import se.ryggrad.conformance.twin.messaging.delivery.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes messages, one or many, and gives them to the courier. */
final class Sending {

    private static final int PATIENCE_MILLIS = 12_000;

    private final World world;
    private final Mailroom mailroom;
    private final Courier courier;

    Sending(World world, Mailroom mailroom, Courier courier) {
        this.world = world;
        this.mailroom = mailroom;
        this.courier = courier;
    }

    /** Returns the cases that messages name. */
    static List<String> cases(Stream<JsonNode> bodies) {
        return bodies.map(body -> body.path("to").path("case").asString(""))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** Refuses an officer who writes to somebody who is no party of a case. */
    static void permit(Call call, JsonNode body) {
        if (call.caller().isOfficer() && body.path("to").has("identity")) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
    }

    /** Takes a message that is right, or ends with 422; it is not sent yet. Under the lock of the world. */
    Message take(Call call, ObjectNode body, Reached reached) {
        var order = Draft.read(world, body, reached);
        String sender = call.caller().isSystem() ? call.caller().id() : "";
        var message = new Message(order, sender, courier.now(), world.settings());
        mailroom.keep(message);
        return message;
    }

    /** Sends a message; under the lock of the world. */
    void send(Message message) {
        courier.next(message);
    }

    /** A broken twin waits for the first channel before it answers; without the lock. */
    void await(Collection<Message> messages, Fault impatient) {
        if (!world.settings().breaks(impatient)) {
            return;
        }
        try {
            for (int waited = 0;
                    waited < PATIENCE_MILLIS && messages.stream().anyMatch(this::isPending);
                    waited += 20) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isPending(Message message) {
        synchronized (world) {
            return message.attempts().stream()
                    .limit(1)
                    .anyMatch(a -> a.outcome().equals("trying"));
        }
    }
}
