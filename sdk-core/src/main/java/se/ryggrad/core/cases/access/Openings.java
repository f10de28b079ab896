package se.ryggrad.core.cases.access;

import java.util.List;
import se.ryggrad.api.cases.law.Appeal;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.catalog.DecisionMode;
import se.ryggrad.core.cases.law.Demand;
import se.ryggrad.core.cases.law.Replacement;

/** Tells whether a case now holds what an action needs: the guards of the table. */
final class Openings {

    private Openings() {}

    /** Returns whether the guard of {@code action} holds. */
    static boolean hold(String action, Situation situation) {
        Case subject = situation.current();
        boolean undecided = situation.definition().decision().by() == DecisionMode.By.NONE;
        return switch (action) {
            case "decide" -> !undecided;
            case "complete" -> undecided;
            case "close-request" -> !subject.openQuestions().isEmpty();
            case "dispense-approval" -> subject.awaitsApproval();
            case "record-note" -> subject.head().status() != CaseStatus.CLOSED || pending(subject);
            case "demand-decision" -> Demand.possible(subject, situation.today());
            case "refuse-demand" -> Demand.open(subject);
            case "notify-decision" -> !subject.decisions().isEmpty();
            case "change-party", "end-party" -> !subject.activeParties().isEmpty();
            case "record-service" -> subject.parties().stream().anyMatch(party -> unserved(subject, party));
            case "acknowledge-receipt" ->
                situation.standing().self().stream()
                        .anyMatch(party -> party.may(Party.Right.BE_NOTIFIED) && unserved(subject, party));
            case "correct-decision" -> !subject.decisions().isEmpty();
            case "change-decision" ->
                subject.decisions().stream()
                        .anyMatch(decision ->
                                Replacement.changes(subject, decision) && !Replacement.handedOver(subject, decision));
            case "appeal" -> appellants(situation).stream().anyMatch(party -> appealable(subject, party));
            case "dismiss-appeal" -> subject.appeals().stream().anyMatch(appeal -> appeal.open() && appeal.late());
            case "forward-appeal" -> subject.appeals().stream().anyMatch(Appeal::open);
            case "record-ruling" -> pending(subject);
            case "dispose" -> !pending(subject) && situation.disposable();
            default -> true;
        };
    }

    private static boolean pending(Case subject) {
        return subject.appeals().stream().anyMatch(Appeal::pending);
    }

    private static boolean unserved(Case subject, Party party) {
        return subject.decisions().stream()
                .anyMatch(decision -> decision.unserved(party.id()).isPresent());
    }

    private static List<Party> appellants(Situation situation) {
        return situation.standing().official()
                ? situation.current().activeParties()
                : situation.standing().self();
    }

    private static boolean appealable(Case subject, Party party) {
        return party.may(Party.Right.APPEAL)
                && subject.decisions().stream()
                        .anyMatch(decision -> decision.audience().includes(party.id()));
    }
}
