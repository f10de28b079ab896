package se.ryggrad.conformance.twin.actions;

import java.util.HashSet;
import java.util.List;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.actions.Timeline.Circle;
import se.ryggrad.conformance.twin.actions.Timeline.Fact;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.ProblemType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Does complete, close, withdraw and reopen. */
final class Ending {

    private Ending() {}

    static void complete(Work work) {
        checkFates(work);
        work.check();
        keepOrDelete(work);
        var data = work.copy(Work.data(), "result");
        Asking.lapse(work, data);
        work.file().status("closed");
        work.file().result(work.body().path("result"));
        Delaying.end(work, work.world().today());
        work.timeline().write(Fact.of("completed", work.world().today(), data));
    }

    static void close(Work work) {
        if (!isNotified(work) && !work.settings().breaks(Fault.HAND_036_A)) {
            throw Fail.of(ProblemType.STATE_CONFLICT);
        }
        var without = work.body().path("withoutNotification");
        for (int i = 0; i < without.size(); i++) {
            boolean known =
                    work.party(without.get(i).path("party").asString("")).isPresent();
            work.faultIf(!known, "/withoutNotification/" + i + "/party", "unknown-value");
        }
        checkFates(work);
        work.check();
        boolean late = work.settings().breaks(Fault.HAND_028_C);
        if (!late) {
            keepOrDelete(work);
        }
        var data = work.copy(Work.data(), "withoutNotification");
        work.file().status("closed");
        work.timeline().write(Fact.of("closed", work.world().today(), data));
        if (late) {
            keepOrDelete(work);
        }
    }

    private static boolean isNotified(Work work) {
        return untold(work).isEmpty();
    }

    private static List<String> untold(Work work) {
        var last = work.file()
                .decisions()
                .valueStream()
                .filter(d -> work.settings().breaks(Fault.HAND_036_B)
                        || d.path("kind").asString("").equals("final"))
                .reduce((a, b) -> work.settings().breaks(Fault.HAND_036_B) ? a : b);
        var told = new HashSet<String>();
        work.body()
                .path("withoutNotification")
                .forEach(n -> told.add(n.path("party").asString("")));
        last.ifPresent(d -> d.path("notifications")
                .valueStream()
                .filter(n -> isReached(work, n))
                .forEach(n -> told.add(n.path("party").asString(""))));
        return Deciding.toBeNotified(work, last.map(ObjectNode.class::cast), Fault.HAND_069_E).stream()
                .filter(p -> !told.contains(p))
                .toList();
    }

    private static boolean isReached(Work work, JsonNode told) {
        boolean received = told.has("servedOn") && !work.settings().breaks(Fault.MSG_043_B);
        return !told.has("undeliveredOn") || received || work.settings().breaks(Fault.MSG_043_A);
    }

    private static void checkFates(Work work) {
        var named = new HashSet<String>();
        var fates = work.body().path("memos");
        for (int i = 0; i < fates.size(); i++) {
            String id = fates.get(i).path("memo").asString("");
            boolean known = named.add(id)
                    && work.file().memos().stream()
                            .anyMatch(m -> m.path("id").asString().equals(id));
            work.faultIf(!known, "/memos/" + i + "/memo", "unknown-value");
        }
        boolean forgotten = work.file().memos().stream()
                .anyMatch(m -> !named.contains(m.path("id").asString()));
        work.faultIf(forgotten && !work.settings().breaks(Fault.HAND_028_A), "/memos", "required");
    }

    private static void keepOrDelete(Work work) {
        for (JsonNode fate : work.body().path("memos").values()) {
            boolean kept =
                    fate.path("keep").asBoolean(false) && !work.settings().breaks(Fault.HAND_028_B);
            String id = fate.path("memo").asString();
            for (ObjectNode memo : List.copyOf(work.file().memos())) {
                if (kept && memo.path("id").asString().equals(id)) {
                    var data = Work.data().put("text", memo.path("text").asString());
                    work.timeline().write(Fact.of("noted", work.world().today(), data));
                }
            }
        }
        work.file().memos().clear();
    }

    static void withdraw(Work work) {
        work.recorded("withdraw", true);
        work.check();
        var party = work.actor("withdraw").orElseThrow(Fail::notFound);
        work.file().withdraw(party);
        boolean others = work.settings().breaks(Fault.HAND_038_B)
                && work.file().parties().stream().anyMatch(p -> p.role().equals("co-applicant"));
        boolean all = work.settings().breaks(Fault.HAND_038_A) || (work.file().isWithdrawn(work.settings()) && !others);
        boolean undecided = work.file().service().decisionBy().equals("none");
        var data = work.onPaper(work.copy(Work.data(), "text"));
        data.set("parties", Json.array(List.of(party.id())));
        if (all) {
            work.file().restoreRights();
            Asking.lapse(work, data);
            Delaying.end(work, work.world().today());
            work.file().status(undecided ? "closed" : "decided");
        }
        var decision = all && !undecided ? writeOff(work) : Json.object();
        if (decision.has("id")) {
            data.set("decision", decision.path("id"));
        }
        work.timeline().write(new Fact("withdrawn", work.happenedOn(), data, Circle.everybody(), work.text("for")));
        if (decision.has("id")) {
            Deciding.informAutomatically(work, decision);
        }
    }

    private static ObjectNode writeOff(Work work) {
        String outcome = work.settings().breaks(Fault.HAND_037_A) ? "dismissed" : "written-off";
        var before = work.file()
                .decisions()
                .valueStream()
                .filter(d -> d.path("kind").asString("").equals("final"))
                .reduce((a, b) -> b);
        var decision = Deciding.automatic(work, outcome, "withdraw", "Ärendet skrivs av efter återkallelse.");
        before.ifPresent(d -> decision.set("replaces", d.path("id")));
        decision.putObject("reasonsOmitted").put("ground", "Förvaltningslagen (2017:900) 32 §");
        return decision;
    }

    static void reopen(Work work) {
        work.check();
        var file = work.file();
        keepOfficer(work);
        if (work.settings().breaks(Fault.HAND_039_A)) {
            file.officer(null);
        }
        file.reopen();
        file.status("in-progress");
        work.timeline().write(Fact.of("reopened", work.world().today(), work.copy(Work.data(), "ground", "text")));
    }

    /** Clears the officer who is no longer entitled to the case. */
    static void keepOfficer(Work work) {
        var file = work.file();
        boolean kept = file.officer()
                .flatMap(o -> work.world().claims().knownOfficer(o.id()))
                .filter(o -> o.handles(file.unit(), file.authority()))
                .isPresent();
        if (!kept && !work.settings().breaks(Fault.HAND_039_B)) {
            file.officer(null);
        }
    }
}
