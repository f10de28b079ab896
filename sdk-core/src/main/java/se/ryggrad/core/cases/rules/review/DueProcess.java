package se.ryggrad.core.cases.rules.review;

import se.ryggrad.api.FaultCode;
import se.ryggrad.api.cases.law.Safeguards;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.catalog.Track;
import se.ryggrad.core.cases.law.Replacement;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.JsonTree;

/** Sees that whom a decision goes against was heard, and is told how to appeal (FL sections 25, 33; HAND-082 to HAND-084). */
public final class DueProcess {

    private DueProcess() {}

    /** Faults a decision with an adverse outcome that says neither, nor on what ground not. */
    public static void check(Turn turn, String outcome, Safeguards safeguards) {
        boolean applies = turn.situation().definition().track() == Track.ADMINISTRATIVE;
        if (!applies || !Replacement.adverse(outcome)) {
            return;
        }
        if (safeguards.communicationOmitted().isEmpty() && !everybodyHeard(turn)) {
            turn.fault("/communicationOmitted", FaultCode.REQUIRED);
        }
        if (safeguards.appealInstruction().isEmpty()
                && safeguards.appealInstructionOmitted().isEmpty()) {
            turn.fault("/appealInstruction", FaultCode.REQUIRED);
        }
    }

    /** Returns the grounds for what was left out, as an event tells them. */
    public static JsonTree.ObjectNode grounds(Decision decision) {
        return JsonTree.object()
                .putIf("communicationOmitted", decision.communicationOmitted().map(JsonTree::parse))
                .putIf(
                        "appealInstructionOmitted",
                        decision.appealInstructionOmitted().map(JsonTree::parse))
                .build();
    }

    private static boolean everybodyHeard(Turn turn) {
        return turn.current().parties().stream()
                .filter(party -> !party.ended() && party.may(Party.Right.APPEAL))
                .allMatch(party -> heard(turn, party));
    }

    private static boolean heard(Turn turn, Party party) {
        return turn.current().requests().stream()
                .filter(request -> request.kind() == Request.Kind.COMMUNICATION)
                .filter(request -> request.addressee().equals(new Request.Addressee.OfParty(party.id())))
                .anyMatch(request -> switch (request.state()) {
                    case ANSWERED -> true;
                    case CLOSED, EXPIRED -> !request.undelivered();
                    case OPEN, LAPSED -> false;
                });
    }
}
