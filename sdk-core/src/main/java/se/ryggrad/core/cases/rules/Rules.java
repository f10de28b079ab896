package se.ryggrad.core.cases.rules;

import se.ryggrad.api.cases.action.Appealing;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Ending;
import se.ryggrad.api.cases.action.Reviewing;
import se.ryggrad.core.cases.rules.agreeing.ApprovalRules;
import se.ryggrad.core.cases.rules.agreeing.Approvals;
import se.ryggrad.core.cases.rules.erasing.ErasingRules;
import se.ryggrad.core.cases.rules.review.AppealRules;
import se.ryggrad.core.cases.rules.review.DelayRules;
import se.ryggrad.core.cases.rules.review.ReviewRules;
import se.ryggrad.core.cases.turn.Outcome;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.catalog.Forms;

/** Applies an action that is allowed to a case. */
public final class Rules {

    private final AskingRules asking;
    private final AddingRules adding;

    /** Creates the rules; {@code forms} checks what is filled in. */
    public Rules(Forms forms) {
        this.asking = new AskingRules(forms);
        this.adding = new AddingRules(forms);
    }

    /**
     * Applies {@code action}.
     *
     * @return what it leaves
     * @throws se.ryggrad.api.RyggradException {@code state-conflict} or {@code forbidden} when the part of
     *     the case that it names stands in the way, else {@code validation} with all faults
     */
    public Outcome apply(Turn turn, CaseAction action) {
        if (action instanceof CaseAction.Placing placing) {
            PlacingRules.apply(turn, placing);
        } else if (action instanceof CaseAction.Asking asked) {
            asking.apply(turn, asked);
        } else if (action instanceof CaseAction.Adding added) {
            adding.apply(turn, added);
        } else if (action instanceof CaseAction.Agreeing agreeing) {
            ApprovalRules.apply(turn, agreeing);
        } else if (action instanceof CaseAction.Involving involved) {
            PartyRules.apply(turn, involved);
        } else if (action instanceof CaseAction.Delaying delaying) {
            DelayRules.apply(turn, delaying);
        } else if (action instanceof Appealing appealing) {
            AppealRules.apply(turn, appealing);
        } else if (action instanceof Reviewing reviewing) {
            ReviewRules.apply(turn, reviewing);
        } else if (action instanceof Ending ending) {
            EndingRules.apply(turn, ending);
        } else if (action instanceof CaseAction.Erasing erasing) {
            ErasingRules.apply(turn, erasing);
        } else {
            throw Refusals.conflict("conflict.not-offered");
        }
        if (!(action instanceof CaseAction.Adding.WriteMemo)) {
            Approvals.askAgain(turn);
        }
        return turn.outcome();
    }
}
