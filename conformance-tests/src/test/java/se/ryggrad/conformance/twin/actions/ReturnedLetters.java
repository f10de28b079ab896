package se.ryggrad.conformance.twin.actions;

import java.util.stream.Stream;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.actions.Timeline.Circle;
import se.ryggrad.conformance.twin.actions.Timeline.Fact;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Notes in a case that a letter of its own came back. */
public final class ReturnedLetters {

    private ReturnedLetters() {}

    /** Notes it, under the lock of the world; the case is there. */
    public static void note(World world, CaseFile file, String party, String message) {
        if (world.settings().breaks(Fault.MSG_042_A)) {
            return;
        }
        var data = Json.object().put("party", party).put("message", message);
        var circle = Circle.everybody();
        for (var decision : objects(file.decisions()).toList()) {
            for (var told : objects(decision.path("notifications")).toList()) {
                if (is(told, message)) {
                    mark(world, told);
                    data.put("decision", decision.path("id").asString());
                    circle = Circles.of(decision);
                }
            }
        }
        for (var request : objects(file.requests()).toList()) {
            if (is(request, message)) {
                mark(world, request);
                data.put("request", request.path("id").asString());
                circle = Circles.of(request);
            }
        }
        if (world.settings().breaks(Fault.MSG_042_E)) {
            data.remove("decision");
        }
        var fact = new Fact("letter-undelivered", world.today(), data, circle, "");
        Timeline.happen(world, file, fact);
        if (world.settings().breaks(Fault.MSG_042_C)) {
            Timeline.happen(world, file, fact);
        }
    }

    private static void mark(World world, ObjectNode part) {
        if (!world.settings().breaks(Fault.MSG_042_D)) {
            part.put("undeliveredOn", world.today().toString());
        }
    }

    private static boolean is(JsonNode part, String message) {
        return part.path("message").asString("").equals(message);
    }

    private static Stream<ObjectNode> objects(JsonNode list) {
        return list.valueStream().map(ObjectNode.class::cast);
    }
}
