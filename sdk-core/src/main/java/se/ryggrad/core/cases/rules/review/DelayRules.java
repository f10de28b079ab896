package se.ryggrad.core.cases.rules.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.cases.action.CaseAction.Delaying;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.law.Deadline;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.core.cases.law.Demand;
import se.ryggrad.core.cases.law.LegalTimes;
import se.ryggrad.core.cases.letters.Letters;
import se.ryggrad.core.cases.turn.Decisions;
import se.ryggrad.core.cases.turn.Recordings;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.text.Wording;

/** Deals with a case that takes time (FL sections 11, 12; HAND-042 to HAND-047). */
public final class DelayRules {

    private static final String REFUSED = "rejected";

    private DelayRules() {}

    /** Applies one of these actions. */
    public static void apply(Turn turn, Delaying action) {
        if (action instanceof Delaying.NotifyDelay told) {
            tell(turn, told);
        } else if (action instanceof Delaying.DemandDecision demand) {
            demand(turn, demand);
        } else if (action instanceof Delaying.RefuseDemand refusal) {
            refuse(turn, refusal);
        }
    }

    /** Tells all parties; a letter goes to those who are to be notified. */
    private static void tell(Turn turn, Delaying.NotifyDelay action) {
        List<PartyId> parties = turn.current().activeParties().stream()
                .filter(party -> party.may(Party.Right.BE_NOTIFIED))
                .map(Party::id)
                .toList();
        action.letter().ifPresent(letter -> Letters.check(turn, letter, parties));
        turn.check();
        Letters letters = Letters.send(turn, action.letter(), parties);
        turn.event(
                EventType.DELAY_NOTIFIED,
                JsonTree.object()
                        .put("text", action.text())
                        .putAll(letters.data())
                        .build());
    }

    /** Ends the times that the law has set for deciding the case. */
    public static void end(Turn turn, LocalDate day) {
        Case current = turn.current();
        turn.become(current.toBuilder()
                .deadlines(current.deadlines().stream()
                        .map(deadline -> deadline.running() ? deadline.ended(day) : deadline)
                        .toList())
                .build());
    }

    private static void demand(Turn turn, Delaying.DemandDecision action) {
        Case current = turn.current();
        LocalDate on = Recordings.settle(
                turn,
                action.recorded(),
                party -> Demand.mayBeMadeBy(party, current),
                Demand.from(current).orElseThrow());
        turn.check();
        LocalDate dueOn = LegalTimes.answerToDemand(on);
        Deadline deadline = new Deadline(Deadline.Kind.DECISION_ON_DEMAND, on, dueOn, Optional.empty());
        turn.become(current.toBuilder().addDeadline(deadline).build());
        turn.event(
                EventType.DECISION_DEMANDED,
                on,
                Audience.ALL_PARTIES,
                List.of(),
                JsonTree.object()
                        .putText("text", action.text())
                        .put("dueOn", dueOn.toString())
                        .putAll(Recordings.data(action.recorded(), on))
                        .build());
    }

    private static void refuse(Turn turn, Delaying.RefuseDemand action) {
        Decision decision = Decisions.procedural(
                turn,
                new Decisions.Handling(
                        REFUSED,
                        Wording.text("decision.demand-refused"),
                        action.reasons(),
                        action.appealInstruction()));
        end(turn, turn.moment().today());
        turn.event(
                EventType.DEMAND_REFUSED,
                JsonTree.object()
                        .put("decision", decision.id().toString())
                        .put("reasons", JsonTree.parse(action.reasons()))
                        .putIf("appealInstruction", action.appealInstruction().map(JsonTree::parse))
                        .build());
    }
}
