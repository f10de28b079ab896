package se.ryggrad.core.cases.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.cases.action.Ending.NotifyDecision;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.core.cases.turn.Facts;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.JsonTree;

/** Makes decisions known (FL section 33; HAND-034, HAND-035). */
final class Notifying {

    private static final String BY_ITSELF = "mina-sidor";

    private Notifying() {}

    static void apply(Turn turn, NotifyDecision action) {
        Optional<Decision> decision = turn.current().decision(action.decision());
        if (decision.isEmpty()) {
            turn.fault("/decision", FaultCode.UNKNOWN_VALUE);
        }
        for (int place = 0; place < action.parties().size(); place++) {
            PartyId party = action.parties().get(place);
            boolean reached = turn.current().activeParty(party).isPresent()
                    && decision.map(each -> each.audience().includes(party)).orElse(true);
            if (!reached) {
                turn.fault("/parties/" + place, FaultCode.UNKNOWN_VALUE);
            }
        }
        LocalDate sentOn = action.sentOn().orElse(turn.moment().today());
        Facts.past(turn, "/sentOn", sentOn, decision.map(Decision::decidedOn).orElse(LocalDate.MIN));
        turn.check();
        Decision known = decision.orElseThrow();
        List<PartyId> parties = action.parties().isEmpty() ? due(turn.current(), known) : action.parties();
        tell(turn, known, parties, action.mode(), sentOn);
    }

    /** Makes a decision known by itself, on Mina sidor, to everybody who is to be told. */
    static void byItself(Turn turn, UUID decision) {
        turn.automatic();
        Decision known = turn.current().decision(decision).orElseThrow();
        tell(turn, known, due(turn.current(), known), BY_ITSELF, turn.moment().today());
    }

    /** Returns the parties who are to be notified of {@code decision}. */
    static List<PartyId> due(Case subject, Decision decision) {
        return subject.activeParties().stream()
                .filter(party -> party.may(Party.Right.BE_NOTIFIED))
                .map(Party::id)
                .filter(decision.audience()::includes)
                .toList();
    }

    private static void tell(Turn turn, Decision decision, List<PartyId> parties, String mode, LocalDate sentOn) {
        List<Decision.Notification> all = new ArrayList<>(decision.notifications());
        parties.forEach(party -> all.add(Decision.Notification.sent(party, mode, sentOn)));
        Case current = turn.current();
        turn.become(current.toBuilder()
                .decisions(current.decisions().stream()
                        .map(each -> each.id().equals(decision.id()) ? each.notified(all) : each)
                        .toList())
                .build());
        turn.event(
                EventType.DECISION_NOTIFIED,
                sentOn,
                decision.audience(),
                decision.secrecy(),
                JsonTree.object()
                        .put("decision", decision.id().toString())
                        .putTexts(
                                "parties",
                                parties.stream()
                                        .map(party -> party.value().toString())
                                        .toList())
                        .put("mode", mode)
                        .put("sentOn", sentOn.toString())
                        .build());
    }
}
