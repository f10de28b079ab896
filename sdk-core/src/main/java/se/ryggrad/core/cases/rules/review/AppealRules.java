package se.ryggrad.core.cases.rules.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.action.Appealing;
import se.ryggrad.api.cases.action.Recorded;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.law.Appeal;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Secrecy;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.core.cases.turn.Attachments;
import se.ryggrad.core.cases.turn.Decisions;
import se.ryggrad.core.cases.turn.Facts;
import se.ryggrad.core.cases.turn.Officers;
import se.ryggrad.core.cases.turn.Recordings;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.text.Wording;

/** Receives appeals and follows them to the ruling (FL sections 42 to 46; HAND-048 to HAND-055). */
public final class AppealRules {

    private AppealRules() {}

    /** Applies one of these actions. */
    public static void apply(Turn turn, Appealing action) {
        if (action instanceof Appealing.RecordService service) {
            Serving.record(turn, service);
        } else if (action instanceof Appealing.AcknowledgeReceipt receipt) {
            Serving.acknowledge(turn, receipt);
        } else if (action instanceof Appealing.MakeAppeal made) {
            receive(turn, made);
        } else if (action instanceof Appealing.DismissAppeal dismissal) {
            dismiss(turn, dismissal);
        } else if (action instanceof Appealing.ForwardAppeal forwarding) {
            forward(turn, forwarding);
        } else if (action instanceof Appealing.RecordRuling ruling) {
            rule(turn, ruling);
        }
    }

    private static void receive(Turn turn, Appealing.MakeAppeal action) {
        LocalDate on = Recordings.settle(turn, action.recorded(), Party.Right.APPEAL);
        Optional<PartyId> appellant = appellant(turn, action);
        Optional<Decision> decision = turn.current()
                .decision(action.decision())
                .filter(each -> appellant.map(each.audience()::includes).orElse(true));
        if (decision.isEmpty()) {
            turn.fault("/decision", FaultCode.UNKNOWN_VALUE);
        }
        Audience audience = decision.map(Decision::audience).orElse(Audience.ALL_PARTIES);
        List<Secrecy> secrecy = decision.map(Decision::secrecy).orElse(List.of());
        List<CaseDocument> documents = Attachments.take(
                turn, action.documents(), new Attachments.Entry(CaseDocument.Direction.IN, on, audience, secrecy));
        turn.check();
        PartyId party = appellant.orElseThrow();
        boolean late = decision.orElseThrow()
                .appealBefore(party)
                .filter(day -> !on.isBefore(day))
                .isPresent();
        Appeal appeal = new Appeal(
                turn.newId(),
                action.decision(),
                party,
                on,
                late,
                Appeal.State.OPEN,
                action.text(),
                documents.stream().map(CaseDocument::id).toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        turn.become(turn.current().toBuilder().addAppeal(appeal).build());
        turn.event(
                EventType.APPEALED,
                on,
                audience,
                secrecy,
                named(appeal)
                        .put("decision", appeal.decision().toString())
                        .put("text", appeal.text())
                        .put("late", appeal.late())
                        .put("documents", Attachments.data(documents))
                        .putAll(Recordings.data(action.recorded(), on))
                        .build());
    }

    private static Optional<PartyId> appellant(Turn turn, Appealing.MakeAppeal action) {
        return turn.standing().official()
                ? action.recorded().flatMap(Recorded::party)
                : turn.standing().partiesWith(Party.Right.APPEAL).stream().findFirst();
    }

    private static void dismiss(Turn turn, Appealing.DismissAppeal action) {
        Appeal appeal = named(turn, action.appeal(), each -> each.open() && each.late());
        Decision about = about(turn, appeal);
        Decision decision = Decisions.procedural(
                turn,
                new Decisions.Handling(
                        "dismissed", Wording.text("decision.appeal-dismissed"), action.reasons(), Optional.empty()),
                about.audience(),
                about.secrecy());
        become(turn, appeal.dismissed());
        tell(
                turn,
                appeal,
                EventType.APPEAL_DISMISSED,
                turn.moment().today(),
                named(appeal)
                        .put("decision", decision.id().toString())
                        .put("reasons", JsonTree.parse(action.reasons()))
                        .build());
    }

    private static void forward(Turn turn, Appealing.ForwardAppeal action) {
        Appeal appeal = named(turn, action.appeal(), Appeal::open);
        become(turn, appeal.forwarded(action.to()));
        tell(
                turn,
                appeal,
                EventType.APPEAL_FORWARDED,
                turn.moment().today(),
                named(appeal).put("to", action.to()).build());
    }

    private static void rule(Turn turn, Appealing.RecordRuling action) {
        Appeal appeal = named(turn, action.appeal(), Appeal::pending);
        Facts.past(turn, "/ruledOn", action.ruling().ruledOn(), appeal.receivedOn());
        turn.check();
        become(turn, appeal.ruled(action.ruling()));
        tell(
                turn,
                appeal,
                EventType.RULING_RECORDED,
                action.ruling().ruledOn(),
                named(appeal)
                        .put("outcome", action.ruling().outcome().code())
                        .put("ruledOn", action.ruling().ruledOn().toString())
                        .putText("text", action.ruling().text())
                        .build());
        CaseStatus status = turn.current().head().status();
        boolean over = status == CaseStatus.DECIDED || status == CaseStatus.CLOSED;
        if (action.ruling().outcome() == Appeal.Outcome.REMITTED && over) {
            turn.head(head -> head.officer(Officers.kept(turn)).status(CaseStatus.IN_PROGRESS));
        }
    }

    /** Returns the appeal that an action names, as long as the action can be done with it. */
    private static Appeal named(Turn turn, UUID id, Predicate<Appeal> fits) {
        Appeal appeal = turn.current()
                .appeal(id)
                .orElseThrow(
                        () -> RyggradException.validation(List.of(Refusals.fault("/appeal", FaultCode.UNKNOWN_VALUE))));
        if (!fits.test(appeal)) {
            throw Refusals.conflict("conflict.appeal");
        }
        return appeal;
    }

    /** Tells what became of an appeal to those whom its decision is for. */
    private static void tell(Turn turn, Appeal appeal, EventType type, LocalDate on, JsonTree.ObjectNode data) {
        Decision about = about(turn, appeal);
        turn.event(type, on, about.audience(), about.secrecy(), data);
    }

    private static Decision about(Turn turn, Appeal appeal) {
        return turn.current().decision(appeal.decision()).orElseThrow();
    }

    private static void become(Turn turn, Appeal changed) {
        turn.become(turn.current().toBuilder().appeal(changed).build());
    }

    private static JsonBuilder named(Appeal appeal) {
        return JsonTree.object().put("appeal", appeal.id().toString());
    }
}
