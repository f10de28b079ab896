package se.ryggrad.conformance.twin.cases;

import java.util.ArrayList;
import java.util.List;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import tools.jackson.databind.node.ObjectNode;

/** Says which decisions of a case hold, and which appeals are about them. */
public final class Held {

    private Held() {}

    /** Returns whether no other decision replaces one. */
    public static boolean stands(CaseFile file, ObjectNode decision) {
        String id = decision.path("id").asString();
        return file.decisions()
                .valueStream()
                .noneMatch(d -> d.path("replaces").asString("").equals(id));
    }

    /** Returns whether a decision concerns the handling alone. */
    public static boolean isProcedural(ObjectNode decision) {
        return decision.path("kind").asString("").equals("procedural");
    }

    /** Returns whether an appeal of a decision, or of one that it replaces, is open. */
    public static boolean isAppealed(CaseFile file, ObjectNode decision, TwinSettings settings) {
        return is(file, line(file, decision, settings.breaks(Fault.HAND_062_E)), "open");
    }

    /** Returns whether a decision was handed over to a court. */
    public static boolean isHandedOver(CaseFile file, ObjectNode decision) {
        return is(file, line(file, decision, false), "forwarded") || is(file, line(file, decision, true), "ruled");
    }

    /** Returns whether there is a decision to change. */
    static boolean isAnyChangeable(CaseFile file) {
        return file.decisions()
                .valueStream()
                .map(ObjectNode.class::cast)
                .anyMatch(d -> stands(file, d) && !isProcedural(d) && !isHandedOver(file, d));
    }

    private static boolean is(CaseFile file, List<String> decisions, String state) {
        return file.appeals()
                .valueStream()
                .anyMatch(a -> a.path("state").asString("").equals(state)
                        && decisions.contains(a.path("decision").asString("")));
    }

    private static List<String> line(CaseFile file, ObjectNode decision, boolean alone) {
        var ids = new ArrayList<String>();
        ids.add(decision.path("id").asString());
        var before = CaseFile.find(file.decisions(), decision.path("replaces").asString(""));
        if (!alone && before.isPresent()) {
            ids.addAll(line(file, before.get(), false));
        }
        return ids;
    }
}
