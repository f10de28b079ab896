package se.ryggrad.conformance.twin.actions;

import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.actions.Timeline.Circle;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.node.ObjectNode;

/** Reads how an officer narrows who may see a part. */
final class Circles {

    private Circles() {}

    /** Gathers faults: a narrower audience needs a ground, and its parties must be in the case. */
    static void check(Work work) {
        var audience = work.body().path("audience");
        String to = audience.path("to").asString("all-parties");
        boolean grounded = !work.body().path("secrecy").isEmpty();
        boolean free = work.settings().breaks(Fault.CASE_029_A);
        work.faultIf(!to.equals("all-parties") && !grounded && !free, "/secrecy", "required");
        var parties = audience.path("parties");
        boolean known =
                parties.valueStream().allMatch(p -> work.party(p.asString("")).isPresent());
        work.faultIf(!known, "/audience/parties", "unknown-value");
        work.faultIf(to.equals("parties") && parties.isEmpty(), "/audience/parties", "required");
    }

    /** Returns the circle of a part of the case, for what follows on it. */
    static Circle of(ObjectNode part) {
        return new Circle(
                (ObjectNode) part.path("audience").deepCopy(),
                part.path("secrecy").deepCopy());
    }

    /** Returns the circle that the body names. */
    static Circle read(Work work) {
        if (!work.body().has("audience") || !work.standing().caller().isOfficer()) {
            return Circle.everybody();
        }
        var secrecy = Json.array();
        for (var ground : work.body().path("secrecy").values()) {
            secrecy.add(((ObjectNode) ground.deepCopy())
                    .put("assessedAt", work.world().now())
                    .put("assessedBy", work.standing().caller().id()));
        }
        return new Circle((ObjectNode) work.body().path("audience").deepCopy(), secrecy);
    }
}
