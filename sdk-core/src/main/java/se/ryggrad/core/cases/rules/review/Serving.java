package se.ryggrad.core.cases.rules.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.cases.action.Appealing;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Decision.Notification;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.catalog.Track;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.core.cases.law.LegalTimes;
import se.ryggrad.core.cases.turn.Facts;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.JsonTree;

/** Notes when a party received a decision, from which the time for an appeal runs (HAND-048 to HAND-050). */
final class Serving {

    private static final String DECISION = "/decision";

    private Serving() {}

    static void record(Turn turn, Appealing.RecordService action) {
        Optional<Decision> decision = turn.current().decision(action.decision());
        if (decision.isEmpty()) {
            turn.fault(DECISION, FaultCode.UNKNOWN_VALUE);
        }
        Optional<Notification> told = decision.flatMap(each -> told(each, action.party()));
        if (decision.isPresent() && told.isEmpty()) {
            turn.fault("/party", FaultCode.UNKNOWN_VALUE);
        }
        Facts.past(
                turn,
                "/servedOn",
                action.servedOn(),
                told.map(Notification::sentOn).orElse(LocalDate.MIN));
        if (action.evidence()
                .filter(id -> turn.current().document(id).isEmpty())
                .isPresent()) {
            turn.fault("/evidence", FaultCode.UNKNOWN_DOCUMENT);
        }
        turn.check();
        Receipt receipt = new Receipt(action.servedOn(), action.evidence());
        serve(turn, decision.orElseThrow(), action.party(), receipt, EventType.SERVICE_RECORDED);
    }

    static void acknowledge(Turn turn, Appealing.AcknowledgeReceipt action) {
        Set<PartyId> own = turn.standing().partiesWith(Party.Right.BE_NOTIFIED);
        Optional<Decision> decision = turn.current()
                .decision(action.decision())
                .filter(each -> own.stream().anyMatch(party -> told(each, party).isPresent()));
        if (decision.isEmpty()) {
            turn.fault(DECISION, FaultCode.UNKNOWN_VALUE);
        }
        turn.check();
        Decision known = decision.orElseThrow();
        PartyId party = own.stream()
                .filter(each -> known.unserved(each).isPresent())
                .findFirst()
                .orElseThrow(Serving::served);
        Receipt receipt = new Receipt(turn.moment().today(), Optional.empty());
        serve(turn, known, party, receipt, EventType.RECEIPT_ACKNOWLEDGED);
    }

    private record Receipt(LocalDate on, Optional<DocumentId> evidence) {}

    private static void serve(Turn turn, Decision decision, PartyId party, Receipt receipt, EventType event) {
        Notification told = decision.unserved(party).orElseThrow(Serving::served);
        Optional<LocalDate> lateFrom = turn.current()
                .party(party)
                .filter(each -> each.may(Party.Right.APPEAL))
                .filter(each -> turn.current().head().service().track() == Track.ADMINISTRATIVE)
                .map(each -> LegalTimes.appealBefore(receipt.on()));
        Notification served = told.served(receipt.on(), receipt.evidence(), lateFrom);
        become(turn, decision.id(), told, served);
        turn.event(
                event,
                receipt.on(),
                decision.audience(),
                decision.secrecy(),
                JsonTree.object()
                        .put("decision", decision.id().toString())
                        .put("party", party.value().toString())
                        .put("servedOn", receipt.on().toString())
                        .putText(
                                "evidence",
                                receipt.evidence().map(id -> id.value().toString()))
                        .putText("appealBefore", lateFrom.map(Object::toString))
                        .build());
    }

    private static void become(Turn turn, UUID decision, Notification told, Notification served) {
        List<Decision> changed = turn.current().decisions().stream()
                .map(each -> each.id().equals(decision) ? each.notified(replaced(each, told, served)) : each)
                .toList();
        turn.become(turn.current().toBuilder().decisions(changed).build());
    }

    private static List<Notification> replaced(Decision decision, Notification told, Notification served) {
        return decision.notifications().stream()
                .map(each -> each.equals(told) ? served : each)
                .toList();
    }

    private static Optional<Notification> told(Decision decision, PartyId party) {
        return decision.notifications().stream()
                .filter(each -> each.party().equals(party))
                .reduce((earlier, later) -> later);
    }

    private static RuntimeException served() {
        return Refusals.conflict("conflict.served");
    }
}
