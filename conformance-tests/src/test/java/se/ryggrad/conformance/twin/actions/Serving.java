package se.ryggrad.conformance.twin.actions;

import java.time.LocalDate;
import java.util.Optional;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.actions.Timeline.Fact;
import se.ryggrad.conformance.twin.cases.Calendar;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.cases.Party;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.ProblemType;
import tools.jackson.databind.node.ObjectNode;

/** Does record-service and acknowledge-receipt. */
final class Serving {

    private Serving() {}

    static void record(Work work) {
        var decision = CaseFile.find(work.file().decisions(), work.text("decision"));
        work.faultIf(decision.isEmpty() && work.body().has("decision"), "/decision", "unknown-value");
        var told = decision.flatMap(d -> told(d, work.text("party")));
        boolean strange = decision.isPresent() && told.isEmpty() && work.body().has("party");
        work.faultIf(strange && !work.settings().breaks(Fault.HAND_048_B), "/party", "unknown-value");
        dates(work, told);
        String evidence = work.text("evidence");
        boolean known = evidence.isEmpty()
                || CaseFile.find(work.file().documents(), evidence).isPresent();
        work.faultIf(!known, "/evidence", "unknown-document");
        work.check();
        serve(work, decision.orElseThrow(), work.text("party"), "service-recorded");
    }

    private static void dates(Work work, Optional<ObjectNode> told) {
        work.notInFuture("servedOn", Fault.HAND_048_D);
        boolean early = work.date("servedOn")
                .filter(day -> told.filter(
                                t -> day.toString().compareTo(t.path("sentOn").asString("")) < 0)
                        .isPresent())
                .isPresent();
        work.faultIf(early && !work.settings().breaks(Fault.HAND_048_C), "/servedOn", "date-order");
    }

    static void acknowledge(Work work) {
        var decision = CaseFile.find(work.file().decisions(), work.text("decision"));
        var own = work.standing().self().stream()
                .filter(p -> p.may("be-notified"))
                .map(Party::id)
                .filter(id -> decision.flatMap(d -> told(d, id)).isPresent())
                .findFirst();
        work.faultIf(own.isEmpty() && work.body().has("decision"), "/decision", "unknown-value");
        work.check();
        serve(work, decision.orElseThrow(), own.orElseThrow(), "receipt-acknowledged");
    }

    private static void serve(Work work, ObjectNode decision, String party, String event) {
        if (isServed(decision, party)) {
            throw Fail.of(ProblemType.STATE_CONFLICT);
        }
        var settings = work.settings();
        LocalDate on = work.date("servedOn").orElse(work.world().today());
        boolean lost = settings.breaks(Fault.HAND_048_A) && event.equals("service-recorded");
        boolean ignored = settings.breaks(Fault.HAND_049_A) && event.equals("receipt-acknowledged");
        var lateFrom = work.party(party)
                .filter(p -> p.may("appeal") || settings.breaks(Fault.HAND_050_D))
                .filter(p ->
                        work.file().service().track().equals("administrative") || settings.breaks(Fault.HAND_050_C))
                .map(p -> Calendar.appealBefore(on, settings).toString());
        var data = work.copy(Work.data(), "decision", "evidence").put("party", party);
        data.put("servedOn", on.toString());
        lateFrom.ifPresent(day -> data.put("appealBefore", day));
        told(decision, party).filter(t -> !lost && !ignored).ifPresent(t -> {
            work.copy(t, "evidence").put("servedOn", on.toString());
            lateFrom.ifPresent(day -> t.put("appealBefore", day));
        });
        work.timeline().write(new Fact(event, on, data, Circles.of(decision), ""));
    }

    /** Returns the latest notification of a party of a decision. */
    static Optional<ObjectNode> told(ObjectNode decision, String party) {
        return decision.path("notifications")
                .valueStream()
                .filter(n -> n.path("party").asString("").equals(party))
                .map(ObjectNode.class::cast)
                .reduce((earlier, later) -> later);
    }

    private static boolean isServed(ObjectNode decision, String party) {
        return decision.path("notifications")
                .valueStream()
                .anyMatch(n -> n.path("party").asString("").equals(party) && n.has("servedOn"));
    }
}
