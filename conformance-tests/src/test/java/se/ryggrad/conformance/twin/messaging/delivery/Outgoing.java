package se.ryggrad.conformance.twin.messaging.delivery;

import java.time.Instant;
import java.util.Optional;
import se.ryggrad.conformance.twin.Channel;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings.Principal;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a channel is asked and given; guarded by the lock of its world. */
final class Outgoing {

    private static final String SV = "Du har fått ett meddelande. Logga in på Mina sidor för att läsa det.";
    private static final String EN = "You have a message. Log in to Mina sidor to read it.";

    private final World world;
    private final Principal sender;

    Outgoing(World world, Principal sender) {
        this.world = world;
        this.sender = sender;
    }

    /** Returns whom a channel is told of: by an address alone when it is a notice. */
    ObjectNode recipient(Order order, Optional<String> address, Channel channel) {
        var recipient = Json.object();
        if (address.isPresent() && !order.isLetter() && !breaks(Fault.MSG_017_A)) {
            return recipient.put(channel.address(), address.get());
        }
        recipient
                .putObject("identity")
                .put("scheme", order.to().identity().scheme())
                .put("value", order.to().identity().value());
        return recipient;
    }

    ObjectNode question(Order order, Attempt attempt) {
        var question = Json.object();
        question.set("recipient", attempt.recipient());
        return question.put("kind", order.kind());
    }

    ObjectNode delivery(Message message, Attempt attempt, Instant now) {
        var order = message.order();
        var body = Json.object().put("delivery", attempt.delivery()).put("kind", order.kind());
        body.set("recipient", attempt.recipient());
        body.putObject("sender")
                .put("organisationNumber", (breaks(Fault.MSG_017_F) ? "16" : "") + sender.organisation())
                .put("name", breaks(Fault.MSG_017_B) ? "Ryggrad twin" : sender.name());
        body.put("expiresAt", World.text(expiry(message, attempt, now)));
        if (order.isLetter()) {
            letter(order, body);
        } else {
            notice(message, body);
        }
        return body;
    }

    private Instant expiry(Message message, Attempt attempt, Instant now) {
        if (attempt.tries() > 1 && breaks(Fault.MSG_018_C)) {
            return now.plus(message.order().timeToLive());
        }
        boolean longest = breaks(Fault.MSG_017_E);
        return longest ? message.createdAt().plus(new Offer(world.settings()).longest()) : message.expiresAt();
    }

    private void letter(Order order, ObjectNode body) {
        boolean folded = breaks(Fault.MSG_017_D);
        body.put("subject", folded ? order.subject().strip() : order.subject());
        var content = order.body().deepCopy();
        String member = content.has("text") ? "text" : "html";
        if (breaks(Fault.MSG_017_C)) {
            content.put(member, content.path(member).asString().strip().replace("\r\n", "\n"));
        }
        body.set("body", content);
    }

    private void notice(Message message, ObjectNode body) {
        var about = world.find(message.order().to().caseId()).map(CaseFile::service);
        String title =
                breaks(Fault.MSG_036_A) ? about.map(s -> " (" + s.id() + ")").orElse("") : "";
        body.putObject("text").put("sv", SV + title).put("en", EN + title);
        String own = breaks(Fault.MSG_036_C) ? "?message=" + message.id() : "";
        String file = breaks(Fault.MSG_036_B) && message.order().to().isOfCase()
                ? "arenden/" + message.order().to().caseId()
                : "";
        body.put("link", Offer.LINK + file + own);
    }

    private boolean breaks(Fault fault) {
        return world.settings().breaks(fault);
    }
}
