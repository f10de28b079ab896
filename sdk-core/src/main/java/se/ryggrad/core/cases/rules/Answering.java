package se.ryggrad.core.cases.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.action.CaseAction.Asking.AnswerRequest;
import se.ryggrad.api.cases.action.Recorded;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.model.Request.Addressee;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.core.cases.access.Standing;
import se.ryggrad.core.cases.access.Standing.Role;
import se.ryggrad.core.cases.turn.Attachments;
import se.ryggrad.core.cases.turn.Recordings;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.cases.turn.Requests;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.catalog.Forms;
import se.ryggrad.core.json.JsonTree;

/** Takes the answer to a request from the one asked, or from the officer who records it. */
final class Answering {

    private static final String FORM = "/form";
    private static final String FOR = "/for";

    private final Forms forms;

    Answering(Forms forms) {
        this.forms = forms;
    }

    void apply(Turn turn, AnswerRequest answer) {
        Request request = AskingRules.open(turn, answer.request());
        LocalDate on = whose(turn, request, answer.recorded());
        content(turn, answer, request);
        List<CaseDocument> documents = Attachments.take(
                turn,
                answer.documents(),
                new Attachments.Entry(CaseDocument.Direction.IN, on, request.audience(), request.secrecy()));
        turn.check();
        Requests.change(turn, request.in(Request.State.ANSWERED));
        turn.event(
                EventType.REQUEST_ANSWERED,
                on,
                request.audience(),
                request.secrecy(),
                JsonTree.object()
                        .put("request", request.id().toString())
                        .putText("text", answer.text())
                        .putIf("form", answer.form().map(JsonTree::parse))
                        .put("documents", Attachments.data(documents))
                        .putAll(Recordings.data(answer.recorded(), on))
                        .build());
    }

    private static LocalDate whose(Turn turn, Request request, Optional<Recorded> recorded) {
        if (request.addressee() instanceof Addressee.OfParty to) {
            return byParty(turn, to.party(), recorded);
        }
        boolean asked = request.addressee() instanceof Addressee.OfUnit to
                ? turn.standing().actor() instanceof Actor.Officer officer
                        && officer.handles(turn.current().head().authority(), to.unit())
                : turn.standing().is(Role.OFFICER);
        if (!asked) {
            throw Refusals.of(ProblemType.FORBIDDEN, "forbidden.not-asked");
        }
        Recordings.refuse(turn, recorded);
        return turn.moment().today();
    }

    private static LocalDate byParty(Turn turn, PartyId asked, Optional<Recorded> recorded) {
        Standing standing = turn.standing();
        boolean own = standing.partiesWith(Party.Right.RESPOND).contains(asked);
        if (!own && !standing.records()) {
            throw Refusals.of(ProblemType.FORBIDDEN, "forbidden.not-asked");
        }
        LocalDate on = Recordings.settle(turn, recorded, Party.Right.RESPOND);
        if (!own
                && recorded.flatMap(Recorded::party)
                        .filter(party -> !party.equals(asked))
                        .isPresent()) {
            turn.fault(FOR, FaultCode.UNKNOWN_VALUE);
        }
        return on;
    }

    private void content(Turn turn, AnswerRequest answer, Request request) {
        if (answer.text().isEmpty()
                && answer.form().isEmpty()
                && answer.documents().isEmpty()) {
            turn.fault("/text", FaultCode.REQUIRED);
        } else if (request.form().isEmpty() && answer.form().isPresent()) {
            turn.fault(FORM, FaultCode.UNKNOWN_MEMBER);
        } else if (request.form().isPresent() && answer.form().isEmpty()) {
            turn.fault(FORM, FaultCode.REQUIRED);
        } else if (request.form().isPresent()) {
            JsonTree filledIn = JsonTree.parse(answer.form().orElseThrow());
            turn.faults(forms.faults(request.form().orElseThrow(), filledIn, FORM));
        }
    }
}
