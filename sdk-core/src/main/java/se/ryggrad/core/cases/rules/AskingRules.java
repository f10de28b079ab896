package se.ryggrad.core.cases.rules;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.action.CaseAction.Asking;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.model.Request.Addressee;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.messaging.CaseLetter;
import se.ryggrad.core.cases.letters.Letters;
import se.ryggrad.core.cases.turn.Circles;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.cases.turn.Requests;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.catalog.Forms;
import se.ryggrad.core.json.JsonTree;

/** Asks, takes requests back, and hands answers on (HAND-012 to HAND-018). */
final class AskingRules {

    private final Forms forms;
    private final Answering answering;

    AskingRules(Forms forms) {
        this.forms = forms;
        this.answering = new Answering(forms);
    }

    void apply(Turn turn, Asking action) {
        if (action instanceof Asking.Ask ask) {
            ask(turn, ask);
        } else if (action instanceof Asking.AnswerRequest answer) {
            answering.apply(turn, answer);
        } else if (action instanceof Asking.CloseRequest close) {
            Request request = open(turn, close.request());
            OpenRequests.close(
                    turn,
                    request,
                    Request.State.CLOSED,
                    JsonTree.object().putText("text", close.text()).build());
        }
    }

    /** Returns the open request that an action names; one of approval is answered otherwise (HAND-091). */
    static Request open(Turn turn, UUID id) {
        Request request = turn.current()
                .request(id)
                .filter(found -> !found.ofApproval())
                .orElseThrow(() ->
                        RyggradException.validation(List.of(Refusals.fault("/request", FaultCode.UNKNOWN_VALUE))));
        if (!request.open()) {
            throw Refusals.conflict("conflict.request-not-open");
        }
        return request;
    }

    private void ask(Turn turn, Asking.Ask action) {
        check(turn, action);
        action.letter().ifPresent(letter -> check(turn, letter, action.addressee()));
        turn.check();
        Letters letters = Letters.send(turn, action.letter(), asked(action.addressee()));
        Request request = new Request(
                turn.newId(),
                action.kind(),
                action.addressee(),
                Optional.empty(),
                action.text(),
                action.form(),
                action.material(),
                action.dueOn(),
                action.consequence(),
                Request.State.OPEN,
                Optional.empty(),
                action.circle().audience(),
                Circles.assessed(turn, action.circle()),
                Optional.empty(),
                asked(action.addressee()).stream()
                        .flatMap(party -> letters.to(party).stream())
                        .findFirst());
        Requests.add(turn, request, letters.data());
    }

    /** Checks the letter that asks; nobody but a party is asked by one (MSG-040). */
    private static void check(Turn turn, CaseLetter letter, Addressee to) {
        if (asked(to).isEmpty()) {
            turn.fault(Letters.POINTER, FaultCode.UNKNOWN_MEMBER);
        } else {
            Letters.check(turn, letter, asked(to));
        }
    }

    private static List<PartyId> asked(Addressee to) {
        return to instanceof Addressee.OfParty of ? List.of(of.party()) : List.of();
    }

    private void check(Turn turn, Asking.Ask action) {
        Circles.check(turn, action.circle());
        addressee(turn, action);
        for (int place = 0; place < action.material().size(); place++) {
            if (turn.current().document(action.material().get(place)).isEmpty()) {
                turn.fault("/material/" + place, FaultCode.UNKNOWN_DOCUMENT);
            }
        }
        if (action.dueOn().filter(day -> day.isBefore(turn.moment().today())).isPresent()) {
            turn.fault("/dueOn", FaultCode.DATE_ORDER);
        }
        action.form().ifPresent(form -> turn.faults(forms.schemaFaults(JsonTree.parse(form), "/form")));
    }

    private static void addressee(Turn turn, Asking.Ask action) {
        if (action.addressee() instanceof Addressee.OfParty to) {
            Optional<Party> party =
                    turn.current().activeParty(to.party()).filter(each -> each.may(Party.Right.RESPOND));
            if (party.isEmpty()) {
                turn.fault("/addressee/party", FaultCode.UNKNOWN_VALUE);
            } else if (leavesOut(action.circle().audience(), to.party())) {
                turn.fault("/audience/parties", FaultCode.REQUIRED);
            }
        } else if (action.addressee() instanceof Addressee.OfUnit to
                && !turn.around().authority().units().contains(to.unit())) {
            turn.fault("/addressee/unit", FaultCode.UNKNOWN_VALUE);
        }
    }

    private static boolean leavesOut(Audience audience, PartyId party) {
        return !audience.includes(party);
    }
}
