package se.ryggrad.conformance.twin.actions;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.actions.Timeline.Circle;
import se.ryggrad.conformance.twin.actions.Timeline.Fact;
import se.ryggrad.conformance.twin.cases.Audience;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.cases.Party;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.ProblemType;
import tools.jackson.databind.node.ObjectNode;

/** Does appeal, dismiss-appeal, forward-appeal and record-ruling. */
final class Appealing {

    private Appealing() {}

    static void receive(Work work) {
        work.recorded("appeal", true);
        var party = work.actor("appeal");
        var decision = CaseFile.find(work.file().decisions(), work.text("decision"))
                .filter(d -> party.map(p -> Audience.includes(d, p.id())).orElse(true));
        work.faultIf(decision.isEmpty() && work.body().has("decision"), "/decision", "unknown-value");
        var files = new Files(work);
        files.check();
        work.check();
        var circle = circle(work, decision);
        var documents = files.add("in", circle);
        LocalDate on = work.happenedOn();
        boolean late = isLate(work, decision.orElseThrow(), party.orElseThrow(Fail::notFound), on);
        if (late && work.settings().breaks(Fault.HAND_052_A)) {
            throw Fail.of(ProblemType.STATE_CONFLICT);
        }
        var appeal = Json.object()
                .put("id", UUID.randomUUID().toString())
                .put("decision", work.text("decision"))
                .put("appellant", party.orElseThrow().id())
                .put("receivedOn", on.toString())
                .put("late", late)
                .put("state", "open")
                .put("text", work.text("text"));
        appeal.set(
                "documents",
                Json.array(documents
                        .valueStream()
                        .map(d -> d.path("id").asString())
                        .toList()));
        if (work.settings().breaks(Fault.HAND_051_A)) {
            appeal.putArray("documents");
        }
        work.file().appeals().add(appeal);
        var data = work.onPaper(work.copy(Work.data(), "decision", "text"));
        data.put("appeal", appeal.path("id").asString()).put("late", late).set("documents", documents);
        work.timeline().write(new Fact("appealed", on, data, circle, work.text("for")));
    }

    private static boolean isLate(Work work, ObjectNode decision, Party party, LocalDate on) {
        if (work.settings().breaks(Fault.HAND_052_B)) {
            return false;
        }
        Optional<String> before = decision.path("notifications")
                .valueStream()
                .filter(n -> n.path("party").asString("").equals(party.id()) && n.has("appealBefore"))
                .map(n -> n.path("appealBefore").asString())
                .findFirst();
        if (before.isEmpty()) {
            return work.settings().breaks(Fault.HAND_052_C);
        }
        int order = on.toString().compareTo(before.get());
        return work.settings().breaks(Fault.HAND_052_D) ? order > 0 : order >= 0;
    }

    static void dismiss(Work work) {
        var appeal = named(work);
        work.check();
        boolean late = appeal.path("late").asBoolean(false) || work.settings().breaks(Fault.HAND_053_A);
        if (!isIn(appeal, "open") || !late) {
            throw Fail.of(ProblemType.STATE_CONFLICT);
        }
        var data = Work.data().put("appeal", appeal.path("id").asString());
        if (!work.settings().breaks(Fault.HAND_053_B)) {
            var decision = Deciding.procedural(
                    work,
                    "dismissed",
                    "Överklagandet avvisas eftersom det har kommit in för sent.",
                    circle(work, appeal));
            data.put("decision", decision.path("id").asString());
        }
        work.copy(data, "reasons");
        if (!work.settings().breaks(Fault.HAND_053_C)) {
            appeal.put("state", "dismissed");
        }
        work.timeline().write(new Fact("appeal-dismissed", work.world().today(), data, circle(work, appeal), ""));
    }

    static void forward(Work work) {
        var appeal = named(work);
        work.check();
        boolean again = isIn(appeal, "forwarded") && work.settings().breaks(Fault.HAND_054_B);
        if (!isIn(appeal, "open") && !again) {
            throw Fail.of(ProblemType.STATE_CONFLICT);
        }
        appeal.put("state", "forwarded");
        if (!work.settings().breaks(Fault.HAND_054_A)) {
            appeal.put("forwardedTo", work.text("to"));
        }
        var data = work.copy(Work.data(), "appeal", "to");
        work.timeline().write(new Fact("appeal-forwarded", work.world().today(), data, circle(work, appeal), ""));
    }

    static void rule(Work work) {
        var appeal = named(work);
        work.notInFuture("ruledOn", Fault.HAND_055_D);
        boolean early = work.date("ruledOn")
                .filter(d -> d.toString().compareTo(appeal.path("receivedOn").asString("")) < 0)
                .isPresent();
        work.faultIf(early, "/ruledOn", "date-order");
        work.check();
        if (!isIn(appeal, "open") && !isIn(appeal, "forwarded")) {
            throw Fail.of(ProblemType.STATE_CONFLICT);
        }
        appeal.put("state", "ruled");
        if (!work.settings().breaks(Fault.HAND_055_A)) {
            appeal.set("ruling", work.copy(Json.object(), "outcome", "ruledOn", "text"));
        }
        boolean remitted =
                work.text("outcome").equals("remitted") && !work.settings().breaks(Fault.HAND_055_B);
        boolean setAside =
                work.text("outcome").equals("set-aside") && work.settings().breaks(Fault.HAND_055_C);
        if ((remitted || setAside) && work.file().isIn("decided", "closed")) {
            Ending.keepOfficer(work);
            work.file().status("in-progress");
        }
        var data = work.copy(Work.data(), "appeal", "outcome", "ruledOn", "text");
        work.timeline()
                .write(new Fact("ruling-recorded", work.date("ruledOn").orElseThrow(), data, circle(work, appeal), ""));
    }

    private static Circle circle(Work work, ObjectNode appeal) {
        return circle(
                work,
                CaseFile.find(work.file().decisions(), appeal.path("decision").asString("")));
    }

    private static Circle circle(Work work, Optional<ObjectNode> decision) {
        boolean open = work.settings().breaks(Fault.CASE_028_I);
        return decision.filter(d -> !open).map(Circles::of).orElseGet(Circle::everybody);
    }

    private static ObjectNode named(Work work) {
        var appeal = CaseFile.find(work.file().appeals(), work.text("appeal"));
        work.faultIf(appeal.isEmpty() && work.body().has("appeal"), "/appeal", "unknown-value");
        return appeal.orElseGet(Json::object);
    }

    private static boolean isIn(ObjectNode appeal, String state) {
        return appeal.path("state").asString("").equals(state);
    }
}
