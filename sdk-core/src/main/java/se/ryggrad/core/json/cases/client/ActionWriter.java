package se.ryggrad.core.json.cases.client;

import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import se.ryggrad.api.cases.action.Appealing;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.CaseAction.Adding;
import se.ryggrad.api.cases.action.CaseAction.Agreeing;
import se.ryggrad.api.cases.action.CaseAction.Asking;
import se.ryggrad.api.cases.action.CaseAction.Delaying;
import se.ryggrad.api.cases.action.CaseAction.Erasing;
import se.ryggrad.api.cases.action.CaseAction.Involving;
import se.ryggrad.api.cases.action.CaseAction.Placing;
import se.ryggrad.api.cases.action.Ending;
import se.ryggrad.api.cases.action.Reviewing;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;

/** Writes the body of {@code POST /cases/{id}/actions}. */
public final class ActionWriter {

    private static final String REQUEST = "request";

    private static final Map<Class<? extends CaseAction>, BiConsumer<CaseAction, JsonBuilder>> WRITERS = Map.ofEntries(
            by(Placing.Register.class, (action, body) -> {}),
            by(
                    Placing.Assign.class,
                    (action, body) -> body.putText("officer", action.officer().map(ActorId::value))),
            by(Placing.Reroute.class, ActionWriter::reroute),
            by(Asking.Ask.class, ActionWriter::ask),
            by(Asking.AnswerRequest.class, ActionWriter::answer),
            by(Asking.CloseRequest.class, ActionWriter::closeRequest),
            by(Adding.Supplement.class, ActionWriter::supplement),
            by(Adding.WriteMessage.class, ActionWriter::message),
            by(Adding.RecordNote.class, ActionWriter::note),
            by(Adding.WriteMemo.class, (action, body) -> body.put("text", action.text())),
            by(Involving.AddParty.class, PartyWriter::add),
            by(Involving.ChangeParty.class, PartyWriter::change),
            by(Involving.EndParty.class, PartyWriter::end),
            by(Agreeing.Approve.class, ActionWriter::approve),
            by(Agreeing.RefuseApproval.class, ActionWriter::refuse),
            by(Agreeing.DispenseApproval.class, ActionWriter::dispense),
            by(Delaying.NotifyDelay.class, ActionWriter::notifyDelay),
            by(Delaying.DemandDecision.class, ActionWriter::demand),
            by(Delaying.RefuseDemand.class, ActionWriter::refuseDemand),
            by(Erasing.Redact.class, ActionWriter::redact),
            by(Erasing.Dispose.class, ActionWriter::dispose),
            by(Ending.Decide.class, EndingWriter::decide),
            by(Ending.NotifyDecision.class, EndingWriter::notifyDecision),
            by(Ending.Complete.class, EndingWriter::complete),
            by(Ending.Close.class, EndingWriter::close),
            by(Ending.Withdraw.class, EndingWriter::withdraw),
            by(Ending.Reopen.class, EndingWriter::reopen),
            by(Reviewing.CorrectDecision.class, ReviewWriter::correct),
            by(Reviewing.ChangeDecision.class, ReviewWriter::change),
            by(Appealing.RecordService.class, ReviewWriter::recordService),
            by(Appealing.AcknowledgeReceipt.class, ReviewWriter::acknowledge),
            by(Appealing.MakeAppeal.class, ReviewWriter::appeal),
            by(Appealing.DismissAppeal.class, ReviewWriter::dismiss),
            by(Appealing.ForwardAppeal.class, ReviewWriter::forward),
            by(Appealing.RecordRuling.class, ReviewWriter::ruling),
            by(CaseAction.Extension.class, (action, body) -> {}));

    private ActionWriter() {}

    /** Writes {@code action}; what it does not say is left out. */
    public static JsonTree.ObjectNode action(CaseAction action) {
        BiConsumer<CaseAction, JsonBuilder> writer = WRITERS.get(action.getClass());
        if (writer == null) {
            throw new IllegalArgumentException("no body for " + action.name());
        }
        JsonBuilder body = JsonTree.object().put("action", action.name());
        writer.accept(action, body);
        return body.build();
    }

    private static <A extends CaseAction>
            Map.Entry<Class<? extends CaseAction>, BiConsumer<CaseAction, JsonBuilder>> by(
                    Class<A> type, BiConsumer<A, JsonBuilder> writer) {
        return Map.entry(type, (action, body) -> writer.accept(type.cast(action), body));
    }

    private static void reroute(Placing.Reroute action, JsonBuilder body) {
        body.put("unit", action.unit().value()).putText("text", action.text());
    }

    private static void ask(Asking.Ask action, JsonBuilder body) {
        body.put("kind", action.kind().code())
                .put("addressee", addressee(action.addressee()))
                .put("text", action.text());
        Members.json(body, "form", action.form());
        Members.texts(
                body,
                "material",
                action.material().stream().map(id -> id.value().toString()).toList());
        Members.date(body, "dueOn", action.dueOn()).putText("consequence", action.consequence());
        Members.circle(body, action.circle());
        Members.letter(body, action.letter());
    }

    private static JsonTree addressee(Request.Addressee addressee) {
        JsonBuilder json = JsonTree.object();
        if (addressee instanceof Request.Addressee.OfParty of) {
            json.put("party", of.party().value().toString());
        } else if (addressee instanceof Request.Addressee.OfUnit of) {
            json.put("unit", of.unit().value());
        } else if (addressee instanceof Request.Addressee.OfName of) {
            json.put("name", of.name());
        }
        return json.build();
    }

    private static void answer(Asking.AnswerRequest action, JsonBuilder body) {
        request(body, action.request()).putText("text", action.text());
        Members.json(body, "form", action.form());
        Members.documents(body, action.documents());
        Members.recorded(body, action.recorded());
    }

    private static void closeRequest(Asking.CloseRequest action, JsonBuilder body) {
        request(body, action.request()).putText("text", action.text());
    }

    private static void supplement(Adding.Supplement action, JsonBuilder body) {
        body.putText("text", action.text());
        Members.json(body, "form", action.form());
        Members.documents(body, action.documents());
        Members.recorded(body, action.recorded());
    }

    private static void message(Adding.WriteMessage action, JsonBuilder body) {
        body.put("text", action.text());
        Members.documents(body, action.documents());
        Members.recorded(body, action.recorded());
        Members.circle(body, action.circle());
    }

    private static void note(Adding.RecordNote action, JsonBuilder body) {
        body.put("text", action.text());
        Members.date(body, "occurredOn", action.occurredOn());
        Members.circle(body, action.circle());
    }

    private static void approve(Agreeing.Approve action, JsonBuilder body) {
        Members.recorded(request(body, action.request()), action.recorded());
    }

    private static void refuse(Agreeing.RefuseApproval action, JsonBuilder body) {
        Members.recorded(request(body, action.request()), action.recorded());
    }

    private static void dispense(Agreeing.DispenseApproval action, JsonBuilder body) {
        Members.uuid(body, REQUEST, action.request()).put("ground", action.ground());
    }

    private static void notifyDelay(Delaying.NotifyDelay action, JsonBuilder body) {
        Members.letter(body.put("text", action.text()), action.letter());
    }

    private static void demand(Delaying.DemandDecision action, JsonBuilder body) {
        Members.recorded(body.putText("text", action.text()), action.recorded());
    }

    private static void refuseDemand(Delaying.RefuseDemand action, JsonBuilder body) {
        body.put("reasons", JsonTree.parse(action.reasons()));
        Members.json(body, "appealInstruction", action.appealInstruction());
    }

    private static void redact(Erasing.Redact action, JsonBuilder body) {
        body.put("decision", action.decision())
                .put("ground", action.ground())
                .putTexts("parts", action.parts().stream().map(UUID::toString).toList());
    }

    private static void dispose(Erasing.Dispose action, JsonBuilder body) {
        body.put("decision", action.decision()).put("ground", action.ground());
    }

    private static JsonBuilder request(JsonBuilder body, UUID request) {
        return body.put(REQUEST, request.toString());
    }
}
