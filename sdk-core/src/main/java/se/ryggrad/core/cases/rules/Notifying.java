package se.ryggrad.core.cases.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.cases.action.Ending.NotifyDecision;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.messaging.CaseLetter;
import se.ryggrad.core.cases.letters.Letters;
import se.ryggrad.core.cases.turn.Facts;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.JsonTree;

/** Makes decisions known (FL section 33; HAND-034, HAND-035). */
final class Notifying {

    private static final String BY_ITSELF = "mina-sidor";
    private static final Set<String> IN_WRITING = Set.of(BY_ITSELF, "digital-mailbox", "post");

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
        if (action.letter().isEmpty()) {
            Facts.past(
                    turn, "/sentOn", sentOn, decision.map(Decision::decidedOn).orElse(LocalDate.MIN));
        }
        List<PartyId> parties = action.parties().isEmpty()
                ? decision.map(known -> due(turn.current(), known)).orElse(List.of())
                : action.parties();
        action.letter().ifPresent(letter -> check(turn, action, letter, parties));
        turn.check();
        Letters letters = Letters.send(turn, action.letter(), parties);
        tell(turn, decision.orElseThrow(), parties, new Way(action.mode(), sentOn, letters));
    }

    /** Checks a letter: what is told by mouth has none, and one that is sent now was not sent on another day (MSG-040). */
    private static void check(Turn turn, NotifyDecision action, CaseLetter letter, List<PartyId> parties) {
        if (!IN_WRITING.contains(action.mode())) {
            turn.fault(Letters.POINTER, FaultCode.UNKNOWN_MEMBER);
        } else if (turn.current().decision(action.decision()).isPresent()) {
            Letters.check(turn, letter, parties);
        }
        if (action.sentOn().isPresent()) {
            turn.fault("/sentOn", FaultCode.UNKNOWN_MEMBER);
        }
    }

    /**
     * Is how a decision is made known.
     *
     * @param mode in what way
     * @param sentOn the day
     * @param letters the letters that do it
     */
    private record Way(String mode, LocalDate sentOn, Letters letters) {}

    /** Makes a decision known by itself, on Mina sidor, to everybody who is to be told. */
    static void byItself(Turn turn, UUID decision) {
        turn.automatic();
        Decision known = turn.current().decision(decision).orElseThrow();
        Letters none = Letters.send(turn, Optional.empty(), List.of());
        tell(
                turn,
                known,
                due(turn.current(), known),
                new Way(BY_ITSELF, turn.moment().today(), none));
    }

    /** Returns the parties who are to be notified of {@code decision}. */
    static List<PartyId> due(Case subject, Decision decision) {
        return subject.activeParties().stream()
                .filter(party -> party.may(Party.Right.BE_NOTIFIED))
                .map(Party::id)
                .filter(decision.audience()::includes)
                .toList();
    }

    private static void tell(Turn turn, Decision decision, List<PartyId> parties, Way way) {
        List<Decision.Notification> all = new ArrayList<>(decision.notifications());
        parties.forEach(party -> all.add(Decision.Notification.sent(
                party, way.mode(), way.sentOn(), way.letters().to(party))));
        Case current = turn.current();
        turn.become(current.toBuilder()
                .decisions(current.decisions().stream()
                        .map(each -> each.id().equals(decision.id()) ? each.notified(all) : each)
                        .toList())
                .build());
        turn.event(
                EventType.DECISION_NOTIFIED,
                way.sentOn(),
                decision.audience(),
                decision.secrecy(),
                JsonTree.object()
                        .put("decision", decision.id().toString())
                        .putTexts(
                                "parties",
                                parties.stream()
                                        .map(party -> party.value().toString())
                                        .toList())
                        .put("mode", way.mode())
                        .put("sentOn", way.sentOn().toString())
                        .putAll(way.letters().data())
                        .build());
    }
}
