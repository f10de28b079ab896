package se.ryggrad.conformance.twin.actions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.actions.Timeline.Fact;
import se.ryggrad.conformance.twin.cases.Event;
import se.ryggrad.conformance.twin.cases.Party;
import se.ryggrad.conformance.twin.erasure.Redaction;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.node.ObjectNode;

/** Does redact and dispose. */
final class Erasing {

    private Erasing() {}

    static void redact(Work work) {
        var redaction = new Redaction(work.world(), work.file(), why(work));
        var parts = new ArrayList<String>();
        var entries = work.body().path("parts");
        for (int i = 0; i < entries.size(); i++) {
            String id = entries.get(i).asString("");
            if (parts.contains(id) || isNamed(work, id)) {
                parts.add(id);
            } else if (!work.settings().breaks(Fault.HAND_076_A)) {
                work.fault("/parts/" + i, "unknown-value");
            }
            if (parts.contains(id) && work.settings().breaks(Fault.HAND_076_D)) {
                redaction.erase(id);
            }
        }
        work.faults()
                .removeIf(f -> "min-items".equals(f.code()) && work.settings().breaks(Fault.HAND_076_F));
        work.check();
        var named = List.copyOf(new LinkedHashSet<>(parts));
        named.forEach(redaction::erase);
        if (work.settings().breaks(Fault.HAND_076_B)) {
            eraseElsewhere(work, named);
        }
        tell(work, "redacted", Work.data().set("parts", Json.array(told(work, named))));
    }

    private static List<String> told(Work work, List<String> named) {
        return work.settings().breaks(Fault.HAND_072_B)
                ? named.stream().limit(1).toList()
                : named;
    }

    private static boolean isNamed(Work work, String id) {
        boolean elsewhere = work.settings().breaks(Fault.HAND_076_B)
                && work.world().cases().values().stream()
                        .anyMatch(f -> f.files().containsKey(id));
        return elsewhere || Redaction.isPossible(work.file(), id, work.settings());
    }

    private static void eraseElsewhere(Work work, List<String> ids) {
        for (var file : List.copyOf(work.world().cases().values())) {
            var redaction = new Redaction(work.world(), file, why(work));
            ids.stream().filter(file.files()::containsKey).forEach(redaction::erase);
        }
    }

    static void dispose(Work work) {
        work.check();
        var file = work.file();
        List<Party> parties = List.copyOf(file.parties());
        var form = file.form().deepCopy();
        var readings = List.copyOf(file.readings());
        var uploads = Map.copyOf(file.files());
        file.dispose(why(work));
        work.world().ledger(file.authority()).forget(file);
        keepByMistake(work, parties);
        if (work.settings().breaks(Fault.HAND_079_A)) {
            file.form().setAll(form);
        }
        if (work.settings().breaks(Fault.HAND_079_B)) {
            file.readings().addAll(readings);
        }
        if (work.settings().breaks(Fault.HAND_079_C)) {
            file.files().putAll(uploads);
        }
        var redaction = new Redaction(work.world(), file, why(work));
        for (Event event : List.copyOf(file.events())) {
            if (event.why().isEmpty()) {
                redaction.event(event);
            }
        }
        tell(work, "disposed", Work.data());
    }

    /** Keeps who were parties, in a broken twin that has to know them. */
    private static void keepByMistake(Work work, List<Party> parties) {
        boolean known = List.of(Fault.HAND_080_A, Fault.HAND_080_B, Fault.HAND_080_C).stream()
                .anyMatch(work.settings()::breaks);
        if (known) {
            work.file().parties().addAll(parties);
        }
    }

    private static ObjectNode why(Work work) {
        return work.copy(Json.object().put("on", work.world().today().toString()), "decision", "ground");
    }

    private static void tell(Work work, String type, ObjectNode data) {
        work.timeline().write(Fact.of(type, work.world().today(), work.copy(data, "decision", "ground")));
    }
}
