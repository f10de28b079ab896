package se.ryggrad.conformance.twin.sight;

import java.util.List;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.Standing;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes out of a case what whoever has limited sight does not see. */
public final class Limits {

    private final Standing standing;
    private final ObjectNode view;

    private Limits(Standing standing, ObjectNode view) {
        this.standing = standing;
        this.view = view;
    }

    /** Returns the whole view, or what is left of it for a reader with limited sight. */
    public static ObjectNode of(Standing standing, ObjectNode view) {
        return standing.isLimited() ? new Limits(standing, view).limited() : view;
    }

    /** Returns whether a reader is told that the case awaits what a request asks for. */
    public static boolean tells(Standing standing, ObjectNode request) {
        return !standing.isLimited() || isForAll(request) || breaks(standing, Fault.ID_072_I);
    }

    private ObjectNode limited() {
        parties();
        remove("result", Fault.ID_072_B);
        if (!breaks(standing, Fault.ID_072_C)) {
            view.putObject("form");
        }
        view.putArray("provenance");
        empty("documents", Fault.ID_072_D);
        empty("decisions", Fault.ID_072_E);
        empty("appeals", Fault.ID_072_F);
        empty("relations", Fault.ID_072_G);
        requests();
        if (breaks(standing, Fault.HAND_093_H)) {
            view.putArray("allowedActions");
        }
        return breaks(standing, Fault.ID_072_L) ? view : view.put("limited", true);
    }

    private void parties() {
        for (var party : view.path("parties")) {
            if (party.path("identity") instanceof ObjectNode identity && !breaks(standing, Fault.ID_072_A)) {
                identity.remove("value");
            }
        }
    }

    private void requests() {
        var all = view.path("requests");
        var shown = view.putArray("requests");
        all.valueStream()
                .map(ObjectNode.class::cast)
                .filter(r -> isForAll(r) || breaks(standing, Fault.ID_072_H))
                .forEach(r -> add(shown, r.deepCopy()));
    }

    private void add(ArrayNode shown, ObjectNode request) {
        if (!breaks(standing, Fault.ID_072_J)) {
            request.remove("form");
        }
        if (!breaks(standing, Fault.ID_072_K)) {
            request.putArray("material");
        }
        shown.add(request);
    }

    private void remove(String member, Fault fault) {
        if (view.has(member) && !breaks(standing, fault)) {
            view.remove(List.of(member));
        }
    }

    private void empty(String list, Fault fault) {
        if (!view.path(list).isEmpty() && !breaks(standing, fault)) {
            view.set(list, Json.array());
        }
    }

    private static boolean isForAll(ObjectNode request) {
        return request.path("audience").path("to").asString("all-parties").equals("all-parties");
    }

    private static boolean breaks(Standing standing, Fault fault) {
        return standing.world().settings().breaks(fault);
    }
}
