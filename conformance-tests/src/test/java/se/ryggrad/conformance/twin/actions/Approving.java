package se.ryggrad.conformance.twin.actions;

import java.util.List;
import java.util.Set;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.actions.Timeline.Circle;
import se.ryggrad.conformance.twin.actions.Timeline.Fact;
import se.ryggrad.conformance.twin.agreeing.Agreement;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.ProblemType;
import tools.jackson.databind.node.ObjectNode;

/** Does approve, refuse-approval and dispense-approval, and stops what nobody has agreed to. */
final class Approving {

    private static final Set<String> GRANTING = Set.of("approved", "partly");

    private Approving() {}

    static void approve(Work work) {
        var request = theirs(work, false);
        request.put("state", "answered").put("approval", "approved");
        agreement(work).give();
        var data = work.onPaper(work.copy(Work.data(), "request"));
        if (work.settings().breaks(Fault.HAND_090_C)) {
            data.remove(List.of("channel", "receivedOn"));
        }
        lapse(work, data);
        if (!work.settings().breaks(Fault.HAND_085_B)) {
            new Agreeing(work).note();
        }
        write(work, "approved", request, data);
    }

    static void refuse(Work work) {
        var request = theirs(work, true);
        request.put("state", "answered").put("approval", "refused");
        if (work.settings().breaks(Fault.HAND_087_A)) {
            work.file().status("closed");
        }
        if (work.settings().breaks(Fault.HAND_087_C)) {
            work.file().note(false);
        }
        write(work, "approval-refused", request, work.onPaper(work.copy(Work.data(), "request")));
    }

    static void dispense(Work work) {
        var over = dispensed(work);
        boolean free = work.settings().breaks(Fault.HAND_088_A);
        work.faults().removeIf(f -> free && "/ground".equals(f.pointer()));
        work.check();
        over.forEach(r -> r.put("state", "closed").put("approval", "dispensed"));
        var agreement = agreement(work);
        if (!work.settings().breaks(agreement.isKnown() ? Fault.HAND_088_B : Fault.HAND_088_D)) {
            agreement.reckon(0, work.settings());
        }
        var data = Work.data().put("ground", work.text("ground"));
        data.set("requests", Json.array(over.stream().map(Approving::id).toList()));
        new Agreeing(work).note();
        work.timeline().write(Fact.of("approval-dispensed", work.world().today(), data));
    }

    /** Gathers the fault of granting, by a decision of a kind, what not all have agreed to. */
    static void granted(Work work, String kind) {
        var settings = work.settings();
        boolean settles = kind.equals("final") || (kind.equals("partial") && !settings.breaks(Fault.HAND_089_F));
        if (!work.file().awaitsApproval() || !settles) {
            return;
        }
        String outcome = work.text("outcome");
        boolean grants = GRANTING.contains(outcome) || settings.breaks(Fault.HAND_089_B);
        boolean loose = (outcome.equals("approved") && settings.breaks(Fault.HAND_089_A))
                || (outcome.equals("partly") && settings.breaks(Fault.HAND_089_C));
        boolean barred = grants && !loose;
        if (barred && settings.breaks(Fault.HAND_089_E)) {
            throw Fail.invalid("/outcome", "approval-missing");
        }
        work.faultIf(barred, "/outcome", "approval-missing");
    }

    private static List<ObjectNode> dispensed(Work work) {
        if (work.body().has("request")) {
            var request = named(work);
            outstanding(work, request, false);
            return List.of(request);
        }
        var agreement = agreement(work);
        long most = work.settings().breaks(Fault.HAND_088_C) ? 1 : Long.MAX_VALUE;
        return agreement
                .approvals()
                .filter(r -> agreement.isOutstanding(r, work.settings()))
                .limit(most)
                .toList();
    }

    /** Returns the request that a party or representative answers, or somebody records an answer to. */
    private static ObjectNode theirs(Work work, boolean refusing) {
        var request = named(work);
        var standing = work.standing();
        if (!standing.caller().isOfficer() && !standing.isToApprove(request)) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
        outstanding(work, request, refusing);
        String party = request.path("addressee").path("party").asString("");
        boolean any = work.settings().breaks(Fault.HAND_090_B);
        boolean unsaid = standing.caller().isOfficer()
                && !work.body().has("for")
                && work.settings().breaks(Fault.HAND_090_A);
        if (!unsaid) {
            work.recorded(p -> p.id().equals(party) || any, true);
        }
        work.check();
        return request;
    }

    private static ObjectNode named(Work work) {
        var settings = work.settings();
        var request =
                CaseFile.find(work.file().requests(), work.text("request")).filter(Agreement::isApproval);
        work.faultIf(request.isEmpty() && work.body().has("request"), "/request", "unknown-value");
        return request.orElseThrow(
                () -> settings.breaks(Fault.HAND_091_D) ? Fail.notFound() : Fail.invalid(work.faults()));
    }

    private static void outstanding(Work work, ObjectNode request, boolean refusing) {
        boolean again = refusing && request.path("approval").asString("").equals("refused");
        if (again || !agreement(work).isOutstanding(request, work.settings())) {
            throw Fail.of(ProblemType.STATE_CONFLICT);
        }
    }

    private static Agreement agreement(Work work) {
        return work.file().agreement().orElseThrow(() -> Fail.of(ProblemType.STATE_CONFLICT));
    }

    /** Lapses the requests that nothing is needed of any more, and tells which. */
    private static void lapse(Work work, ObjectNode data) {
        if (work.file().awaitsApproval() || work.settings().breaks(Fault.HAND_085_A)) {
            return;
        }
        var lapsed = agreement(work)
                .approvals()
                .filter(r -> r.path("state").asString("").equals("open"))
                .toList();
        lapsed.forEach(r -> r.put("state", "lapsed"));
        if (!lapsed.isEmpty() && !work.settings().breaks(Fault.HAND_085_C)) {
            data.set("lapsed", Json.array(lapsed.stream().map(Approving::id).toList()));
        }
    }

    private static String id(ObjectNode request) {
        return request.path("id").asString();
    }

    /** Writes what the one asked did; whoever did it for a party is told of by the kind of representation alone. */
    private static void write(Work work, String type, ObjectNode request, ObjectNode data) {
        var fact = new Fact(type, work.happenedOn(), data, Circle.everybody(), work.text("for"));
        boolean represents = work.standing().caller().isPerson() && request.has("representative");
        if (represents && !work.settings().breaks(Fault.CASE_093_C)) {
            boolean guardian = request.at("/representative/right").asString("").equals("guardian");
            work.timeline().writeBy(fact, guardian ? "En vårdnadshavare" : "En firmatecknare");
        } else {
            work.timeline().write(fact);
        }
    }
}
