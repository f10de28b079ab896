package se.ryggrad.conformance.twin.actions;

import java.time.LocalDate;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.actions.Timeline.Circle;
import se.ryggrad.conformance.twin.actions.Timeline.Fact;
import se.ryggrad.conformance.twin.cases.Calendar;
import se.ryggrad.conformance.twin.cases.Party;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.node.ObjectNode;

/** Does notify-delay, demand-decision and refuse-demand. */
final class Delaying {

    private Delaying() {}

    static void tell(Work work) {
        var parties = work.file().active().stream()
                .filter(p -> p.may("be-notified"))
                .map(Party::id)
                .toList();
        Letters.check(work, parties);
        work.check();
        var data = work.settings().breaks(Fault.HAND_042_B) ? Work.data() : work.copy(Work.data(), "text");
        Letters.send(work, parties, data);
        var secret = new Circle(
                Json.object().put("to", "officers"),
                Json.array().add(Json.object().put("provision", "OSL 10 kap. 3 §")));
        var circle = work.settings().breaks(Fault.HAND_042_A) ? secret : Circle.everybody();
        work.timeline().write(new Fact("delay-notified", work.world().today(), data, circle, ""));
    }

    static void demand(Work work) {
        work.recorded(party -> party.initiates() || work.settings().breaks(Fault.HAND_044_C), true);
        var from = work.file().demandFrom(work.settings());
        boolean early = work.date("receivedOn")
                .filter(day -> !day.isBefore(work.file().receivedOn()))
                .filter(day -> from.filter(day::isBefore).isPresent())
                .isPresent();
        work.faultIf(early && !work.settings().breaks(Fault.HAND_044_D), "/receivedOn", "date-order");
        work.check();
        LocalDate on = work.settings().breaks(Fault.HAND_045_B) ? work.world().today() : work.happenedOn();
        String dueOn = Calendar.answerToDemand(on, work.settings()).toString();
        work.file()
                .deadlines()
                .add(Json.object()
                        .put("kind", "decision-on-demand")
                        .put("law", "Förvaltningslagen (2017:900) 12 §")
                        .put("startedBy", "decision-demanded")
                        .put("startsOn", on.toString())
                        .put("dueOn", dueOn));
        var data = work.onPaper(work.copy(Work.data(), "text")).put("dueOn", dueOn);
        work.timeline()
                .write(new Fact("decision-demanded", work.happenedOn(), data, Circle.everybody(), work.text("for")));
    }

    static void refuse(Work work) {
        work.check();
        var data = Work.data();
        if (!work.settings().breaks(Fault.HAND_046_A)) {
            var decision = Deciding.procedural(
                    work, "rejected", "Begäran att ärendet ska avgöras avslås.", Circle.everybody());
            data.put("decision", decision.path("id").asString());
        }
        work.copy(data, "reasons", "appealInstruction");
        if (work.settings().breaks(Fault.HAND_046_C)) {
            work.file().status("decided");
        }
        if (!work.settings().breaks(Fault.HAND_047_B)) {
            end(work, work.world().today());
        }
        work.timeline().write(Fact.of("demand-refused", work.world().today(), data));
    }

    /** Ends the times that the law has set for deciding the case. */
    static void end(Work work, LocalDate day) {
        work.file()
                .deadlines()
                .valueStream()
                .map(ObjectNode.class::cast)
                .filter(deadline -> !deadline.has("endedOn"))
                .forEach(deadline -> deadline.put("endedOn", day.toString()));
    }
}
