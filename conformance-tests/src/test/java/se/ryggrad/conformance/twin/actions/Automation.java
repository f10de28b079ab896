package se.ryggrad.conformance.twin.actions;

import java.util.Optional;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.actions.Timeline.Fact;
import se.ryggrad.conformance.twin.catalog.FormCheck;
import se.ryggrad.conformance.twin.catalog.Service;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Does what follows a submission by itself: register, decide, notify, complete. */
final class Automation {

    private final Work work;
    private final Service service;

    Automation(Work work) {
        this.work = work;
        this.service = work.file().service();
    }

    void run() {
        boolean automatic =
                service.isAutomatic("registration") && !work.settings().breaks(Fault.CASE_013_A);
        boolean held = work.file().awaitsApproval() && work.settings().breaks(Fault.CASE_091_B);
        if (held || (!automatic && !work.settings().breaks(Fault.CASE_014_A))) {
            return;
        }
        Placing.number(work);
        work.file().status("registered");
        work.timeline().writeAutomatic(Placing.registered(work));
        if (service.decisionBy().equals("automatic")) {
            decide();
        }
        boolean complete = service.decisionBy().equals("none")
                && service.isAutomatic("completion")
                && !work.file().awaitsApproval();
        if (complete && !work.settings().breaks(Fault.CASE_018_A)) {
            complete();
        }
    }

    private void decide() {
        boolean possible = service.track().equals("administrative")
                && isWhole()
                && !work.settings().breaks(Fault.CASE_016_A);
        if (!possible) {
            return;
        }
        if (work.settings().breaks(Fault.CASE_016_C)) {
            decideByTheLast();
            return;
        }
        int number = 1;
        for (var rule : service.rules().values()) {
            boolean fits =
                    FormCheck.check(rule.path("when"), work.file().form(), "").isEmpty();
            if (fits) {
                decide(rule, number);
                return;
            }
            number++;
        }
        if (work.settings().breaks(Fault.CASE_017_A)) {
            decide(service.rules().path(0), 1);
        }
    }

    private boolean isWhole() {
        boolean unasked = work.file().awaitsApproval() && work.settings().breaks(Fault.CASE_091_A);
        return unasked || work.file().deficiencies().isEmpty();
    }

    private void decideByTheLast() {
        for (int i = service.rules().size() - 1; i >= 0; i--) {
            var rule = service.rules().path(i);
            if (FormCheck.check(rule.path("when"), work.file().form(), "").isEmpty()) {
                decide(rule, i + 1);
                return;
            }
        }
    }

    private void decide(JsonNode rule, int number) {
        String name = service.id() + "/" + service.version() + "/" + number;
        String text = rule.path("text").asString("");
        var decision = Deciding.automatic(work, rule.path("outcome").asString(""), name, text);
        if (work.settings().breaks(Fault.CASE_016_B)) {
            decision.putObject("authorityBasis").put("kind", "delegation");
        }
        if (work.settings().breaks(Fault.CASE_016_D)) {
            decision.putObject("authorityBasis").put("kind", "automated");
        }
        decision.set("reasons", rule.path("reasons"));
        Optional.of(rule.path("appealInstruction"))
                .filter(JsonNode::isObject)
                .ifPresent(i -> decision.set("appealInstruction", i));
        work.file().status("decided");
        var data = Work.data().put("decision", decision.path("id").asString()).put("kind", "final");
        data.put("outcome", rule.path("outcome").asString(""));
        data.put("decidedOn", work.world().today().toString()).put("text", text);
        data.set("reasons", rule.path("reasons"));
        data.putArray("documents");
        work.timeline().writeAutomatic(Fact.of("decided", work.world().today(), data));
        if (service.isAutomatic("notification")) {
            Deciding.informAutomatically(work, decision);
        }
    }

    private void complete() {
        ObjectNode result = Json.object().put("text", "Tack, vi har tagit emot ärendet.");
        work.file().result(result);
        work.file().status("closed");
        var data = Work.data();
        data.set("result", result);
        work.timeline().writeAutomatic(Fact.of("completed", work.world().today(), data));
    }
}
