package se.ryggrad.core.cases.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.cases.action.CaseAction.Adding;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.cases.model.OfficerRef;
import se.ryggrad.api.cases.model.Secrecy;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.core.cases.access.Standing.Role;
import se.ryggrad.core.cases.rules.agreeing.Approvals;
import se.ryggrad.core.cases.turn.Attachments;
import se.ryggrad.core.cases.turn.Circles;
import se.ryggrad.core.cases.turn.Recordings;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.catalog.Forms;
import se.ryggrad.core.json.JsonPointer;
import se.ryggrad.core.json.JsonTree;

/** Adds to the file of a case, or beside it (HAND-022 to HAND-027). */
final class AddingRules {

    private final Forms forms;

    AddingRules(Forms forms) {
        this.forms = forms;
    }

    void apply(Turn turn, Adding action) {
        if (action instanceof Adding.Supplement supplement) {
            supplement(turn, supplement);
        } else if (action instanceof Adding.WriteMessage message) {
            message(turn, message);
        } else if (action instanceof Adding.RecordNote note) {
            note(turn, note);
        } else if (action instanceof Adding.WriteMemo memo) {
            memo(turn, memo);
        }
    }

    private void supplement(Turn turn, Adding.Supplement action) {
        LocalDate on = Recordings.settle(turn, action.recorded(), Party.Right.SUPPLEMENT);
        if (action.text().isEmpty()
                && action.form().isEmpty()
                && action.documents().isEmpty()) {
            turn.fault("/text", FaultCode.REQUIRED);
        }
        List<CaseDocument> documents =
                Attachments.take(turn, action.documents(), Attachments.Entry.open(CaseDocument.Direction.IN, on));
        fill(
                turn,
                action.form().flatMap(form -> JsonTree.parse(form).asObject()).orElse(JsonTree.ObjectNode.EMPTY));
        turn.check();
        turn.event(
                EventType.SUPPLEMENTED,
                on,
                Audience.ALL_PARTIES,
                List.of(),
                JsonTree.object()
                        .putText("text", action.text())
                        .putIf("form", action.form().map(JsonTree::parse))
                        .put("documents", Attachments.data(documents))
                        .putAll(Recordings.data(action.recorded(), on))
                        .build());
    }

    /** Lets members take the places of those of the form; gaps that are filled are deficiencies no more. */
    private void fill(Turn turn, JsonTree.ObjectNode members) {
        JsonTree.ObjectNode form =
                JsonTree.parse(turn.current().form()).asObject().orElse(JsonTree.ObjectNode.EMPTY);
        JsonTree.ObjectNode merged =
                JsonTree.object().putAll(form).putAll(members).build();
        List<Fault> left = Gaps.of(turn, forms, merged);
        Set<Gap> before = Gaps.of(turn, forms, form).stream().map(Gap::of).collect(Collectors.toSet());
        Set<String> held = members.members().keySet().stream()
                .map(name -> JsonPointer.child("/form", name))
                .collect(Collectors.toSet());
        turn.faults(left.stream()
                .filter(fault -> held.contains(outermost(fault)) || !before.contains(Gap.of(fault)))
                .toList());
        turn.become(
                turn.current().toBuilder().form(merged.json(), Gaps.kept(left)).build());
        Approvals.mark(turn);
    }

    /** Is a place and the rule that is broken there. */
    private record Gap(String where, FaultCode code) {

        static Gap of(Fault fault) {
            return new Gap(fault.where(), fault.code());
        }
    }

    /** Returns the pointer to the member of the form that {@code fault} lies in. */
    private static String outermost(Fault fault) {
        int end = fault.where().indexOf('/', "/form/".length());
        return end < 0 ? fault.where() : fault.where().substring(0, end);
    }

    private static void message(Turn turn, Adding.WriteMessage action) {
        LocalDate on = Recordings.settleOptional(turn, action.recorded(), Party.Right.SEE);
        boolean own = turn.standing().official() && action.recorded().isEmpty();
        if (own && turn.standing().is(Role.OFFICER)) {
            Circles.check(turn, action.circle());
        } else {
            Circles.refuse(turn, action.circle());
        }
        Audience audience = action.circle().audience();
        List<Secrecy> secrecy = Circles.assessed(turn, action.circle());
        CaseDocument.Direction direction = own ? CaseDocument.Direction.OUT : CaseDocument.Direction.IN;
        List<CaseDocument> documents =
                Attachments.take(turn, action.documents(), new Attachments.Entry(direction, on, audience, secrecy));
        turn.check();
        turn.event(
                EventType.MESSAGE_ADDED,
                on,
                audience,
                secrecy,
                JsonTree.object()
                        .put("text", action.text())
                        .put("documents", Attachments.data(documents))
                        .putAll(Recordings.data(action.recorded(), on))
                        .build());
    }

    private static void note(Turn turn, Adding.RecordNote action) {
        Circles.check(turn, action.circle());
        LocalDate on = action.occurredOn().orElse(turn.moment().today());
        if (on.isAfter(turn.moment().today())) {
            turn.fault("/occurredOn", FaultCode.DATE_IN_FUTURE);
        }
        turn.check();
        turn.event(
                EventType.NOTED,
                on,
                action.circle().audience(),
                Circles.assessed(turn, action.circle()),
                JsonTree.object().put("text", action.text()).build());
    }

    private static void memo(Turn turn, Adding.WriteMemo action) {
        Actor actor = turn.standing().actor();
        String name = actor instanceof Actor.Officer officer ? officer.name() : "";
        turn.keep(new Memo(
                turn.newId(), new OfficerRef(actor.id(), name), turn.moment().now(), action.text()));
    }
}
