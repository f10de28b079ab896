package se.ryggrad.conformance.twin.api;

import java.util.List;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.Readings;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Access;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.http.Route;
import se.ryggrad.conformance.twin.identity.Caller.Kind;
import tools.jackson.databind.node.ObjectNode;

/** Tells who has read a case. */
public final class AccessLog {

    private final World world;
    private final Cases cases;

    /** Tells it of the cases of one principal. */
    public AccessLog(World world, Cases cases) {
        this.world = world;
        this.cases = cases;
    }

    /** Returns the operation. */
    public List<Route> routes() {
        var access = Access.only(Kind.PERSON, Kind.OFFICER).orSystem("cases:read");
        return List.of(
                Route.get("/cases/{id}/access-log", access, cases.asking(this::readings), "limit", "page", "count"));
    }

    private Answer readings(Call call) {
        synchronized (world) {
            var standing = cases.unlimited(call);
            if (call.caller().isPerson() && world.settings().breaks(Fault.CASE_083_E)) {
                throw Fail.of(ProblemType.FORBIDDEN);
            }
            var answer = Pages.answer(call, world.base(), world.settings(), Readings.of(standing));
            return Readings.logged(standing, "access-log", counted(answer));
        }
    }

    /** Returns the answer, or one whose total is that of the page in a broken twin. */
    private Answer counted(Answer answer) {
        var body = (ObjectNode) Json.read(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
        return body.has("total") && world.settings().breaks(Fault.CASE_083_C)
                ? answer.withBody(
                        Json.bytes(body.put("total", body.path("items").size())))
                : answer;
    }
}
