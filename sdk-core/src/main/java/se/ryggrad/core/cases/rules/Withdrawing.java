package se.ryggrad.core.cases.rules;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.action.Ending.Withdraw;
import se.ryggrad.api.cases.action.Recorded;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.catalog.DecisionMode;
import se.ryggrad.core.cases.rules.review.DelayRules;
import se.ryggrad.core.cases.turn.Recordings;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.text.Wording;

/**
 * Takes a matter back. It ends when the sole applicant, or every applicant, has withdrawn (HAND-037,
 * HAND-038): by a decision that writes it off, or closed where nobody decides.
 *
 * <p>Who has withdrawn has no right to do so again until the matter is written off.
 */
final class Withdrawing {

    private static final String WRITTEN_OFF = "written-off";
    private static final JsonText EMPTY_ARRAY = new JsonText("[]");
    private static final JsonText BASIS = new JsonText("{\"kind\":\"automated\",\"rule\":\"withdraw\"}");

    private Withdrawing() {}

    static void apply(Turn turn, Withdraw action) {
        LocalDate on = Recordings.settle(turn, action.recorded(), Party.Right.WITHDRAW);
        turn.check();
        Set<PartyId> withdrawn = action.recorded()
                .flatMap(Recorded::party)
                .map(Set::of)
                .orElseGet(() -> turn.standing().partiesWith(Party.Right.WITHDRAW));
        turn.become(without(turn.current(), withdrawn));
        boolean ends = turn.current().activeParties().stream().noneMatch(Withdrawing::holdsOn);
        boolean decides = turn.situation().definition().decision().by() != DecisionMode.By.NONE;
        Optional<Decision> decision = ends && decides ? Optional.of(writeOff(turn)) : Optional.empty();
        turn.event(
                EventType.WITHDRAWN,
                on,
                Audience.ALL_PARTIES,
                List.of(),
                JsonTree.object()
                        .putTexts("parties", ids(withdrawn))
                        .putText("text", action.text())
                        .putText("decision", decision.map(each -> each.id().toString()))
                        .putAll(ends ? OpenRequests.lapse(turn) : JsonTree.ObjectNode.EMPTY)
                        .putAll(Recordings.data(action.recorded(), on))
                        .build());
        if (ends) {
            turn.become(restored(turn.current()));
            DelayRules.end(turn, turn.moment().today());
            turn.head(head -> head.status(decides ? CaseStatus.DECIDED : CaseStatus.CLOSED));
        }
        decision.ifPresent(made -> {
            turn.become(turn.current().toBuilder().addDecision(made).build());
            Notifying.byItself(turn, made.id());
        });
    }

    private static boolean holdsOn(Party party) {
        return party.role() == Party.Role.APPLICANT && party.may(Party.Right.WITHDRAW);
    }

    private static Case without(Case subject, Set<PartyId> withdrawn) {
        return subject.toBuilder()
                .parties(subject.parties().stream()
                        .map(party -> withdrawn.contains(party.id())
                                ? with(party, EnumSet.of(Party.Right.WITHDRAW), false)
                                : party)
                        .toList())
                .build();
    }

    private static Case restored(Case subject) {
        return subject.toBuilder()
                .parties(subject.parties().stream()
                        .map(party -> party.role() == Party.Role.APPLICANT
                                ? with(party, EnumSet.of(Party.Right.WITHDRAW), true)
                                : party)
                        .toList())
                .build();
    }

    private static Party with(Party party, Set<Party.Right> rights, boolean given) {
        Set<Party.Right> changed = new HashSet<>(party.rights());
        if (given) {
            changed.addAll(rights);
        } else {
            changed.removeAll(rights);
        }
        return party.with(changed);
    }

    private static Decision writeOff(Turn turn) {
        JsonText reasons = JsonTree.object()
                .put("text", Wording.text("decision.withdrawn-reasons").sv())
                .build()
                .json();
        Optional<Decision> before = turn.current().standingDecision();
        return new Decision(
                turn.newId(),
                Decision.Kind.FINAL,
                WRITTEN_OFF,
                turn.moment().today(),
                new Decision.Makers(EMPTY_ARRAY, Optional.empty(), EMPTY_ARRAY, EMPTY_ARRAY),
                BASIS,
                Wording.text("decision.withdrawn").sv(),
                new Decision.Reasons(Optional.of(reasons), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                before.map(Decision::id),
                Optional.empty(),
                List.of(),
                List.of(),
                Audience.ALL_PARTIES,
                List.of());
    }

    private static List<String> ids(Set<PartyId> parties) {
        return parties.stream().map(party -> party.value().toString()).sorted().toList();
    }
}
