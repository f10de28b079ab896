package se.ryggrad.core.cases.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.cases.action.CaseAction.Involving;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.core.cases.rules.agreeing.Approvals;
import se.ryggrad.core.cases.turn.Facts;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;

/** Lets parties come and go (FL section 10; HAND-065 to HAND-071). Events name nobody: no number and no name. */
final class PartyRules {

    private PartyRules() {}

    static void apply(Turn turn, Involving action) {
        if (action instanceof Involving.AddParty addition) {
            add(turn, addition);
        } else if (action instanceof Involving.ChangeParty change) {
            change(turn, change);
        } else if (action instanceof Involving.EndParty end) {
            end(turn, end);
        }
    }

    private static void add(Turn turn, Involving.AddParty action) {
        Party added =
                action.party().party(new PartyId(turn.newId()), turn.moment().today());
        turn.become(turn.current().toBuilder().addParty(added).build());
        turn.event(
                EventType.PARTY_ADDED,
                named(added.id()).put("role", added.role().code()).build());
        Approvals.joined(turn, added);
    }

    private static void change(Turn turn, Involving.ChangeParty action) {
        Optional<Party> party = active(turn, action.party());
        turn.check();
        Party changed = party.orElseThrow().changed(action.change());
        turn.become(turn.current().toBuilder().party(changed).build());
        turn.event(
                EventType.PARTY_CHANGED,
                named(changed.id())
                        .putTexts("changed", action.change().members())
                        .put("ground", action.ground())
                        .build());
    }

    private static void end(Turn turn, Involving.EndParty action) {
        Optional<Party> party = active(turn, action.party());
        LocalDate on = action.endedOn().orElse(turn.moment().today());
        Facts.past(turn, "/endedOn", on, party.map(Party::from).orElse(LocalDate.MIN));
        turn.check();
        Party ended = party.orElseThrow().end(on, action.ground());
        turn.become(turn.current().toBuilder().party(ended).build());
        turn.event(
                EventType.PARTY_ENDED,
                on,
                Audience.ALL_PARTIES,
                List.of(),
                named(ended.id())
                        .put("ground", action.ground().code())
                        .put("endedOn", on.toString())
                        .putText("text", action.text())
                        .build());
    }

    private static Optional<Party> active(Turn turn, PartyId id) {
        Optional<Party> party = turn.current().activeParty(id);
        if (party.isEmpty()) {
            turn.fault("/party", FaultCode.UNKNOWN_VALUE);
        }
        return party;
    }

    private static JsonBuilder named(PartyId party) {
        return JsonTree.object().put("party", party.value().toString());
    }
}
