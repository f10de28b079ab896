package se.ryggrad.conformance.twin.messaging.delivery;

import java.util.ArrayList;
import java.util.Collections;
import se.ryggrad.conformance.twin.Channel;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.node.ObjectNode;

/** Shows a message to whoever sent it, without who it is for; under the lock of the world. */
public record MessageView(TwinSettings settings) {

    /** Returns what is shown of a message. */
    public ObjectNode of(Message message) {
        var order = message.order();
        var view = Json.object().put("id", message.id()).put("kind", order.kind());
        view.set("to", to(message));
        view.put("state", message.state())
                .put("createdAt", World.text(message.createdAt()))
                .put("expiresAt", World.text(message.expiresAt()));
        int tried = breaks(Fault.MSG_009_H) ? message.attempts().size() : 0;
        view.set(
                "channels",
                Json.array(
                        message.channels().stream().skip(tried).map(Channel::id).toList()));
        var attempts = new ArrayList<>(message.attempts());
        if (breaks(Fault.MSG_011_E)) {
            Collections.reverse(attempts);
        }
        var list = view.putArray("attempts");
        attempts.forEach(a -> list.add(attempt(a)));
        return view;
    }

    private ObjectNode to(Message message) {
        var to = message.order().to();
        var view = Json.object();
        if (to.isOfCase() && !breaks(Fault.MSG_011_F)) {
            return view.put("case", to.caseId()).put("party", to.party());
        }
        var identity = view.putObject("identity").put("scheme", to.identity().scheme());
        if (breaks(Fault.MSG_011_A)) {
            identity.put("value", to.identity().value());
        }
        return view;
    }

    private ObjectNode attempt(Attempt attempt) {
        var view = Json.object().put("channel", attempt.channel().id());
        if (!attempt.delivery().isEmpty() && !breaks(Fault.MSG_011_C)) {
            view.put("delivery", attempt.delivery());
        }
        view.put("at", World.text(attempt.at()))
                .put("outcome", attempt.outcome())
                .put("tries", breaks(Fault.MSG_011_B) ? Math.min(1, attempt.tries()) : attempt.tries());
        if (!attempt.reason().isEmpty() && !breaks(Fault.MSG_011_D)) {
            view.put("reason", attempt.reason());
        }
        return view;
    }

    private boolean breaks(Fault fault) {
        return settings.breaks(fault);
    }
}
