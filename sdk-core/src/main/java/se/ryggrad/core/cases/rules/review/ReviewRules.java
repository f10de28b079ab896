package se.ryggrad.core.cases.rules.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.action.DocumentEntry;
import se.ryggrad.api.cases.action.Reviewing;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.law.ChangeGround;
import se.ryggrad.api.cases.law.Correction;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.core.cases.law.Replacement;
import se.ryggrad.core.cases.rules.agreeing.Approvals;
import se.ryggrad.core.cases.turn.Attachments;
import se.ryggrad.core.cases.turn.Decisions;
import se.ryggrad.core.cases.turn.Facts;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.JsonTree;

/** Corrects and changes decisions that were made (FL sections 36 to 39; HAND-057 to HAND-064, HAND-089). */
public final class ReviewRules {

    private ReviewRules() {}

    /** Applies one of these actions. */
    public static void apply(Turn turn, Reviewing action) {
        if (action instanceof Reviewing.CorrectDecision correction) {
            correct(turn, correction);
        } else if (action instanceof Reviewing.ChangeDecision change) {
            change(turn, change);
        }
    }

    private static void correct(Turn turn, Reviewing.CorrectDecision action) {
        Optional<Decision> named =
                turn.current().decision(action.decision()).filter(each -> Replacement.stands(turn.current(), each));
        if (named.isEmpty()) {
            turn.fault("/decision", FaultCode.UNKNOWN_VALUE);
        }
        if (action.text().isEmpty() && action.reasons().isEmpty()) {
            turn.fault("/text", FaultCode.REQUIRED);
        }
        LocalDate today = turn.moment().today();
        List<CaseDocument> documents = documents(turn, action.documents(), named, today);
        turn.check();
        Decision wrong = named.orElseThrow();
        Correction correction = correction(action, wrong, today);
        Decision right = corrected(action, wrong, correction, documents);
        turn.become(turn.current().toBuilder().decision(right).build());
        turn.event(
                EventType.DECISION_CORRECTED,
                today,
                right.audience(),
                right.secrecy(),
                data(action, correction, documents));
    }

    private static Correction correction(Reviewing.CorrectDecision action, Decision wrong, LocalDate on) {
        return new Correction(
                on,
                action.explanation(),
                action.text().map(meant -> wrong.text()),
                action.reasons().flatMap(meant -> wrong.reasons().given()));
    }

    private static Decision corrected(
            Reviewing.CorrectDecision action, Decision wrong, Correction correction, List<CaseDocument> documents) {
        Decision.Reasons reasons = new Decision.Reasons(
                action.reasons().or(() -> wrong.reasons().given()),
                wrong.reasons().omitted());
        return wrong.corrected(
                action.text().orElse(wrong.text()),
                reasons,
                documents.stream().map(CaseDocument::id).toList(),
                correction);
    }

    private static JsonTree.ObjectNode data(
            Reviewing.CorrectDecision action, Correction correction, List<CaseDocument> documents) {
        return JsonTree.object()
                .put("decision", action.decision().toString())
                .put("explanation", action.explanation())
                .putText("text", action.text())
                .putIf("reasons", action.reasons().map(JsonTree::parse))
                .putText("formerText", correction.formerText())
                .putIf("formerReasons", correction.formerReasons().map(JsonTree::parse))
                .put("documents", Attachments.data(documents))
                .build();
    }

    private static void change(Turn turn, Reviewing.ChangeDecision action) {
        Decision old = changing(turn, action.decision());
        boolean worse = Replacement.worse(old.outcome(), action.outcome());
        boolean appealed = Replacement.appealed(turn.current(), old);
        if ((worse && !action.ground().permitsDetriment())
                || (appealed && !action.ground().permitsAppealed())) {
            turn.fault("/ground", FaultCode.UNKNOWN_VALUE);
        }
        DueProcess.check(turn, action.outcome(), action.safeguards());
        Approvals.guard(turn, old.kind(), action.outcome());
        LocalDate on = action.decidedOn().orElse(turn.moment().today());
        Facts.past(turn, "/decidedOn", on, old.decidedOn());
        List<CaseDocument> documents = documents(turn, action.documents(), Optional.of(old), on);
        turn.check();
        Decision changed = changed(turn, action, old, on, documents);
        turn.become(turn.current().toBuilder().addDecision(changed).build());
        turn.event(
                EventType.DECISION_CHANGED, on, changed.audience(), changed.secrecy(), data(changed, old, documents));
    }

    /** Returns the decision that a change is about, as long as the law lets the authority change it. */
    private static Decision changing(Turn turn, UUID id) {
        Decision old = turn.current()
                .decision(id)
                .filter(each -> Replacement.changes(turn.current(), each))
                .orElseThrow(() ->
                        RyggradException.validation(List.of(Refusals.fault("/decision", FaultCode.UNKNOWN_VALUE))));
        if (Replacement.handedOver(turn.current(), old)) {
            throw Refusals.conflict("conflict.handed-over");
        }
        return old;
    }

    private static Decision changed(
            Turn turn, Reviewing.ChangeDecision action, Decision old, LocalDate on, List<CaseDocument> documents) {
        return new Decision(
                turn.newId(),
                old.kind(),
                action.outcome(),
                on,
                Decisions.makers(turn, action.makers()),
                action.basis().orElse(Decisions.DELEGATION),
                action.text(),
                new Decision.Reasons(Optional.of(action.reasons()), Optional.empty()),
                action.safeguards().appealInstruction(),
                action.safeguards().appealInstructionOmitted(),
                action.safeguards().communicationOmitted(),
                documents.stream().map(CaseDocument::id).toList(),
                Optional.of(old.id()),
                Optional.of(action.ground()),
                List.of(),
                List.of(),
                old.audience(),
                old.secrecy());
    }

    private static JsonTree.ObjectNode data(Decision changed, Decision old, List<CaseDocument> documents) {
        return JsonTree.object()
                .put("decision", changed.id().toString())
                .put("replaces", old.id().toString())
                .putText("ground", changed.changeGround().map(ChangeGround::code))
                .put("kind", changed.kind().code())
                .put("outcome", changed.outcome())
                .put("decidedOn", changed.decidedOn().toString())
                .put("text", changed.text())
                .putIf("reasons", changed.reasons().given().map(JsonTree::parse))
                .putAll(DueProcess.grounds(changed))
                .put("documents", Attachments.data(documents))
                .build();
    }

    private static List<CaseDocument> documents(
            Turn turn, List<DocumentEntry> entries, Optional<Decision> about, LocalDate on) {
        return Attachments.take(
                turn,
                entries,
                about.map(decision -> new Attachments.Entry(
                                CaseDocument.Direction.OUT, on, decision.audience(), decision.secrecy()))
                        .orElseGet(() -> Attachments.Entry.open(CaseDocument.Direction.OUT, on)));
    }
}
