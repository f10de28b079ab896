package se.ryggrad.core.cases.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.cases.action.Ending.Decide;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.core.cases.rules.agreeing.Approvals;
import se.ryggrad.core.cases.rules.review.DelayRules;
import se.ryggrad.core.cases.rules.review.DueProcess;
import se.ryggrad.core.cases.turn.Attachments;
import se.ryggrad.core.cases.turn.Circles;
import se.ryggrad.core.cases.turn.Decisions;
import se.ryggrad.core.cases.turn.Facts;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.JsonTree;

/** Decides (FL sections 28, 31, 32; HAND-029 to HAND-032, HAND-040, HAND-082, HAND-089). */
final class DecidingRules {

    private static final String REPLACES = "/replaces";

    private DecidingRules() {}

    static void decide(Turn turn, Decide action) {
        LocalDate on = action.decidedOn().orElse(turn.moment().today());
        Circles.check(turn, action.circle());
        Facts.past(turn, "/decidedOn", on, turn.current().head().receivedOn());
        Approvals.guard(turn, action.kind(), action.outcome());
        replaces(turn, action);
        boolean silent =
                action.reasons().given().isEmpty() && action.reasons().omitted().isEmpty();
        if (action.kind() == Decision.Kind.FINAL && silent) {
            turn.fault("/reasons", FaultCode.REQUIRED);
        }
        if (action.kind() == Decision.Kind.FINAL || action.kind() == Decision.Kind.PARTIAL) {
            DueProcess.check(turn, action.outcome(), action.safeguards());
        }
        List<CaseDocument> documents = Attachments.take(
                turn,
                action.documents(),
                new Attachments.Entry(
                        CaseDocument.Direction.OUT,
                        on,
                        action.circle().audience(),
                        Circles.assessed(turn, action.circle())));
        turn.check();
        add(turn, decision(turn, action, on, documents), documents);
    }

    /** Adds a decision to the case and tells that it was made; a final one ends the matter. */
    static void add(Turn turn, Decision decision, List<CaseDocument> documents) {
        turn.become(turn.current().toBuilder().addDecision(decision).build());
        boolean last = decision.kind() == Decision.Kind.FINAL;
        JsonTree.ObjectNode lapsed = last ? OpenRequests.lapse(turn) : JsonTree.ObjectNode.EMPTY;
        if (last) {
            turn.head(head -> head.status(CaseStatus.DECIDED));
            DelayRules.end(turn, decision.decidedOn());
        }
        turn.event(
                EventType.DECIDED,
                decision.decidedOn(),
                decision.audience(),
                decision.secrecy(),
                JsonTree.object()
                        .put("decision", decision.id().toString())
                        .put("kind", decision.kind().code())
                        .put("outcome", decision.outcome())
                        .put("decidedOn", decision.decidedOn().toString())
                        .put("text", decision.text())
                        .putIf("reasons", decision.reasons().given().map(JsonTree::parse))
                        .putIf("reasonsOmitted", decision.reasons().omitted().map(JsonTree::parse))
                        .putAll(DueProcess.grounds(decision))
                        .putText("replaces", decision.replaces().map(UUID::toString))
                        .put("documents", Attachments.data(documents))
                        .putAll(lapsed)
                        .build());
    }

    private static void replaces(Turn turn, Decide action) {
        boolean known = action.replaces()
                .flatMap(id -> turn.current().decision(id))
                .filter(decision -> decision.kind() == Decision.Kind.FINAL)
                .isPresent();
        boolean due = action.kind() == Decision.Kind.FINAL
                && turn.current().standingDecision().isPresent();
        if (action.replaces().isPresent() && !known) {
            turn.fault(REPLACES, FaultCode.UNKNOWN_VALUE);
        } else if (action.replaces().isEmpty() && due) {
            turn.fault(REPLACES, FaultCode.REQUIRED);
        }
    }

    private static Decision decision(Turn turn, Decide action, LocalDate on, List<CaseDocument> documents) {
        return new Decision(
                turn.newId(),
                action.kind(),
                action.outcome(),
                on,
                Decisions.makers(turn, action.makers()),
                action.basis().orElse(Decisions.DELEGATION),
                action.text(),
                action.reasons(),
                action.safeguards().appealInstruction(),
                action.safeguards().appealInstructionOmitted(),
                action.safeguards().communicationOmitted(),
                documents.stream().map(CaseDocument::id).toList(),
                action.replaces(),
                Optional.empty(),
                List.of(),
                List.of(),
                action.circle().audience(),
                Circles.assessed(turn, action.circle()));
    }
}
