package se.ryggrad.conformance.twin.messaging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.Idempotency.Outcome;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.FieldFault;
import se.ryggrad.conformance.twin.http.Gate;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Judge;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.http.Problems;
import se.ryggrad.conformance.twin.messaging.delivery.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends many messages, each judged by itself. */
final class Batch {

    private static final int MOST = 100;

    private final World world;
    private final Sending sending;

    Batch(World world, Sending sending) {
        this.world = world;
        this.sending = sending;
    }

    Answer send(Call call) {
        Gate.officerLevel(call, world.settings());
        var messages = call.object().path("messages");
        var reached =
                Reached.ask(world, call, Sending.cases(messages.valueStream().limit(MOST)));
        var taken = new ArrayList<Message>();
        Answer answer;
        synchronized (world) {
            answer = world.idempotency().once(call, () -> {
                judge(call.object());
                return new Outcome(Answer.json(200, result(call, messages, reached, taken)), "");
            });
            taken.forEach(sending::send);
        }
        sending.await(taken, Fault.MSG_014_B);
        return answer;
    }

    private void judge(ObjectNode body) {
        var judge = new Judge(body.deepCopy().without("messages"), world.settings());
        var messages = body.path("messages");
        if (messages.isArray()) {
            judge.faultIf(messages.isEmpty() && !breaks(Fault.MSG_037_E), "/messages", "min-items");
            judge.faultIf(messages.size() > MOST && !breaks(Fault.MSG_037_F), "/messages", "max-items");
        } else {
            judge.fault("/messages", body.has("messages") ? "type" : "required");
        }
        judge.close();
    }

    private ObjectNode result(Call call, JsonNode messages, Reached reached, List<Message> taken) {
        var items = new ArrayList<ObjectNode>();
        for (int i = 0; i < messages.size(); i++) {
            var item = Json.object().put("index", breaks(Fault.MSG_037_D) ? i + 1 : i);
            try {
                var message = taken(call, messages.get(i), reached);
                taken.add(message);
                items.add(item.put("status", 202).put("id", message.id()));
            } catch (Fail fail) {
                hinder(fail, taken);
                items.add(refused(call, item, fail, i));
                if (breaks(Fault.MSG_037_A)) {
                    break;
                }
            }
        }
        if (breaks(Fault.MSG_037_G)) {
            items.sort(Comparator.comparingInt(item -> item.path("status").asInt()));
        }
        var result = Json.object();
        result.putArray("items").addAll(items);
        return result;
    }

    private Message taken(Call call, JsonNode body, Reached reached) {
        if (!(body instanceof ObjectNode object)) {
            throw Fail.invalid("", "type");
        }
        if (!breaks(Fault.MSG_003_E)) {
            Sending.permit(call, object);
        }
        return sending.take(call, object, reached);
    }

    /** By a fault, what is wrong with one message is wrong with all. */
    private void hinder(Fail fail, List<Message> taken) {
        boolean forbidden = fail.type() == ProblemType.FORBIDDEN && breaks(Fault.MSG_003_F);
        boolean strange = fail.faults().stream().anyMatch(f -> "".equals(f.pointer())) && breaks(Fault.MSG_037_H);
        if (breaks(Fault.MSG_037_C) || forbidden || strange) {
            taken.clear();
            throw fail;
        }
    }

    private ObjectNode refused(Call call, ObjectNode item, Fail fail, int index) {
        var told = breaks(Fault.MSG_037_B) && !fail.faults().isEmpty()
                ? Fail.invalid(fail.faults().stream()
                        .map(f -> FieldFault.at("/messages/" + index + f.pointer(), f.code()))
                        .toList())
                : fail;
        item.put("status", told.type().status());
        if (!breaks(Fault.MSG_037_I)) {
            item.set("problem", Problems.body(call, told));
        }
        return item;
    }

    private boolean breaks(Fault fault) {
        return world.settings().breaks(fault);
    }
}
