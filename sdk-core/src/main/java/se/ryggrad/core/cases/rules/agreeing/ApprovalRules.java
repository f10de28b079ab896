package se.ryggrad.core.cases.rules.agreeing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.action.CaseAction.Agreeing;
import se.ryggrad.api.cases.action.Recorded;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.Approval;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.model.Request.ApprovalState;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.core.cases.access.Approvers;
import se.ryggrad.core.cases.turn.Recordings;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.cases.turn.Requests;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.JsonTree;

/** Takes approvals and refusals from those who were asked, and does without them on legal ground (HAND-085 to HAND-091). */
public final class ApprovalRules {

    private ApprovalRules() {}

    /** Applies one of these actions. */
    public static void apply(Turn turn, Agreeing action) {
        if (action instanceof Agreeing.Approve approve) {
            approve(turn, approve);
        } else if (action instanceof Agreeing.RefuseApproval refuse) {
            refuse(turn, refuse);
        } else if (action instanceof Agreeing.DispenseApproval dispense) {
            dispense(turn, dispense);
        }
    }

    private static void approve(Turn turn, Agreeing.Approve action) {
        Request request = named(turn, action.request());
        LocalDate on = whose(turn, request, action.recorded());
        turn.check();
        Requests.change(turn, request.in(Request.State.ANSWERED, ApprovalState.APPROVED));
        Approvals.reach(turn, turn.current().approval().map(Approval::more).orElseThrow());
        tell(turn, EventType.APPROVED, request, on, action.recorded(), Approvals.lapse(turn));
    }

    private static void refuse(Turn turn, Agreeing.RefuseApproval action) {
        Request request = named(turn, action.request());
        LocalDate on = whose(turn, request, action.recorded());
        if (request.refused()) {
            throw Refusals.conflict("conflict.approval");
        }
        turn.check();
        Requests.change(turn, request.in(Request.State.ANSWERED, ApprovalState.REFUSED));
        tell(turn, EventType.APPROVAL_REFUSED, request, on, action.recorded(), JsonTree.ObjectNode.EMPTY);
    }

    private static void tell(
            Turn turn,
            EventType type,
            Request request,
            LocalDate on,
            Optional<Recorded> recorded,
            JsonTree.ObjectNode lapsed) {
        turn.event(
                type,
                on,
                request.audience(),
                request.secrecy(),
                JsonTree.object()
                        .put("request", request.id().toString())
                        .putAll(lapsed)
                        .putAll(Recordings.data(recorded, on))
                        .build());
    }

    private static void dispense(Turn turn, Agreeing.DispenseApproval action) {
        List<Request> dispensed = action.request()
                .map(id -> List.of(outstanding(turn, named(turn, id))))
                .orElseGet(turn.current()::outstandingApprovals);
        dispensed.forEach(request -> Requests.change(turn, request.in(Request.State.CLOSED, ApprovalState.DISPENSED)));
        Approvals.reckon(turn);
        turn.event(
                EventType.APPROVAL_DISPENSED,
                JsonTree.object()
                        .putTexts("requests", Approvals.ids(dispensed))
                        .put("ground", action.ground())
                        .build());
    }

    private static Request named(Turn turn, UUID id) {
        return turn.current()
                .request(id)
                .filter(Request::ofApproval)
                .orElseThrow(() ->
                        RyggradException.validation(List.of(Refusals.fault("/request", FaultCode.UNKNOWN_VALUE))));
    }

    private static Request outstanding(Turn turn, Request request) {
        if (turn.current().outstandingApprovals().contains(request)) {
            return request;
        }
        throw Refusals.conflict("conflict.approval");
    }

    /** Settles whose answer it is, and notes the faults of how it came; returns the day of it. */
    private static LocalDate whose(Turn turn, Request request, Optional<Recorded> recorded) {
        boolean own = Approvers.asks(request, turn.standing());
        if (!own && !turn.standing().records()) {
            throw Refusals.of(ProblemType.FORBIDDEN, "forbidden.not-asked");
        }
        outstanding(turn, request);
        LocalDate on = Recordings.settle(
                turn,
                recorded,
                party -> asked(request, party),
                turn.current().head().receivedOn());
        if (own && request.representative().isPresent()) {
            turn.nameless();
        }
        return on;
    }

    private static boolean asked(Request request, Party party) {
        return request.addressee().equals(new Request.Addressee.OfParty(party.id())) && party.may(Party.Right.RESPOND);
    }
}
