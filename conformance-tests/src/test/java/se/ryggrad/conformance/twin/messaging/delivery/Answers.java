package se.ryggrad.conformance.twin.messaging.delivery;

import java.time.Duration;
import java.util.Optional;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.messaging.delivery.Operator.Said;
import se.ryggrad.conformance.twin.messaging.delivery.Reply.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what a channel's answer means. */
record Answers(TwinSettings settings) {

    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;

    /** Returns what an answer says of whether a recipient is reached. */
    Reply reached(Optional<Said> answer) {
        if (answer.isEmpty()) {
            return silence();
        }
        var said = answer.get();
        var body = said.status() == 200 ? object(said.body()) : Json.object();
        if (said.status() == 200 && isAnswer(body)) {
            boolean reachable = body.path("reachable").asBoolean(false);
            return reachable || breaks(Fault.MSG_016_B) ? Reply.of(Kind.REACHED) : unreachable(body);
        }
        if (breaks(Fault.MSG_020_K)) {
            return Reply.of(Kind.REACHED);
        }
        if (said.status() == 200 && breaks(Fault.MSG_020_L)) {
            return Reply.of(Kind.UNREACHABLE, "rejected");
        }
        boolean refused = isRefusal(said.status()) && breaks(Fault.MSG_020_M);
        return refused ? Reply.of(Kind.FAILED, "rejected") : redirected(said);
    }

    private static boolean isAnswer(JsonNode body) {
        return body.path("reachable").isBoolean()
                && (!body.has("reason") || body.path("reason").isString());
    }

    private Reply unreachable(JsonNode body) {
        if (breaks(Fault.MSG_016_D)) {
            return Reply.again(Duration.ZERO);
        }
        return Reply.of(Kind.UNREACHABLE, breaks(Fault.MSG_016_C) ? "no-mailbox" : known(body, "rejected"));
    }

    /** Returns what an answer says of a delivery. */
    Reply delivered(Optional<Said> answer) {
        if (answer.isEmpty()) {
            return silence();
        }
        var said = answer.get();
        int status = said.status();
        if (status == 200) {
            return Reply.of(breaks(Fault.MSG_019_B) ? Kind.ACCEPTED : Kind.DELIVERED);
        }
        if (status == 202) {
            return Reply.of(breaks(Fault.MSG_019_A) ? Kind.DELIVERED : Kind.ACCEPTED);
        }
        if (isRefusal(status)) {
            return breaks(Fault.MSG_019_C) ? Reply.again(said.pause()) : refused(said);
        }
        boolean busy = (status == TOO_MANY && breaks(Fault.MSG_020_F))
                || (status == TIMEOUT && breaks(Fault.MSG_020_G))
                || (status >= 500 && breaks(Fault.MSG_020_H));
        return busy ? Reply.of(Kind.FAILED, "rejected") : redirected(said);
    }

    private Reply redirected(Said said) {
        boolean elsewhere = said.status() >= 300 && said.status() < 400 && breaks(Fault.MSG_020_I);
        return elsewhere ? Reply.of(Kind.FAILED, "rejected") : Reply.again(said.pause());
    }

    private Reply silence() {
        boolean once = breaks(Fault.MSG_020_J);
        return once ? Reply.of(Kind.FAILED, "channel-unavailable") : Reply.again(Duration.ZERO);
    }

    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500 && status != TIMEOUT && status != TOO_MANY;
    }

    private Reply refused(Said said) {
        String unknown = breaks(Fault.MSG_019_E) ? "channel-unavailable" : "rejected";
        String reason = known(object(said.body()), unknown);
        return Reply.of(Kind.FAILED, breaks(Fault.MSG_019_D) ? "rejected" : reason);
    }

    /** Returns the reason of a body, or rejected when there is none, and another word when it is none of the standard's. */
    private static String known(JsonNode body, String unknown) {
        String reason = body.path("reason").asString("");
        if (reason.isEmpty()) {
            return "rejected";
        }
        return Attempt.REASONS.contains(reason) ? reason : unknown;
    }

    private static JsonNode object(String text) {
        try {
            return Json.read(text);
        } catch (JacksonException e) {
            return Json.object();
        }
    }

    private boolean breaks(Fault fault) {
        return settings.breaks(fault);
    }
}
