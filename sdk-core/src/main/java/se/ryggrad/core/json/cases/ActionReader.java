package se.ryggrad.core.json.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.Appealing;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Ending;
import se.ryggrad.api.cases.action.MemoFate;
import se.ryggrad.api.cases.action.Reviewing;
import se.ryggrad.api.cases.action.Unnotified;
import se.ryggrad.api.cases.law.Appeal;
import se.ryggrad.api.cases.law.ChangeGround;
import se.ryggrad.api.cases.law.Safeguards;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.json.JsonTree;

/** Reads the body of {@code POST /cases/{id}/actions}. */
public final class ActionReader {

    private static final String ACTION = "action";
    private static final Set<String> BEGINNINGS = Set.of("submit", "open-case");

    private static final Map<String, Function<Fields, CaseAction>> READERS = Map.ofEntries(
            Map.entry("register", body -> new CaseAction.Placing.Register()),
            Map.entry("assign", ActionReader::assign),
            Map.entry("reroute", ActionReader::reroute),
            Map.entry("request", ActionReader::ask),
            Map.entry("answer-request", ActionReader::answer),
            Map.entry("close-request", ActionReader::closeRequest),
            Map.entry("supplement", ActionReader::supplement),
            Map.entry("message", ActionReader::message),
            Map.entry("record-note", ActionReader::note),
            Map.entry("memo", body -> new CaseAction.Adding.WriteMemo(body.text("text"))),
            Map.entry("add-party", PartyReader::add),
            Map.entry("change-party", PartyReader::change),
            Map.entry("end-party", PartyReader::end),
            Map.entry("approve", body -> new CaseAction.Agreeing.Approve(body.uuid("request"), body.recorded())),
            Map.entry(
                    "refuse-approval",
                    body -> new CaseAction.Agreeing.RefuseApproval(body.uuid("request"), body.recorded())),
            Map.entry(
                    "dispense-approval",
                    body -> new CaseAction.Agreeing.DispenseApproval(body.maybeUuid("request"), body.text("ground"))),
            Map.entry(
                    "notify-delay",
                    body -> new CaseAction.Delaying.NotifyDelay(body.text("text"), CaseLetterReader.read(body))),
            Map.entry("demand-decision", ActionReader::demand),
            Map.entry("refuse-demand", ActionReader::refuseDemand),
            Map.entry("decide", ActionReader::decide),
            Map.entry("notify-decision", ActionReader::notifyDecision),
            Map.entry("record-service", ActionReader::recordService),
            Map.entry("acknowledge-receipt", body -> new Appealing.AcknowledgeReceipt(body.uuid("decision"))),
            Map.entry("correct-decision", ActionReader::correctDecision),
            Map.entry("change-decision", ActionReader::changeDecision),
            Map.entry("appeal", ActionReader::appeal),
            Map.entry("dismiss-appeal", ActionReader::dismissAppeal),
            Map.entry("forward-appeal", ActionReader::forwardAppeal),
            Map.entry("record-ruling", ActionReader::recordRuling),
            Map.entry("complete", ActionReader::complete),
            Map.entry("close", ActionReader::close),
            Map.entry("withdraw", ActionReader::withdraw),
            Map.entry("reopen", ActionReader::reopen),
            Map.entry("redact", ActionReader::redact),
            Map.entry("dispose", ActionReader::dispose));

    private ActionReader() {}

    /**
     * Returns the call that {@code document} makes. Its name is empty where the body names none; its body
     * throws {@code validation} with every fault at once.
     */
    public static ActionCall call(JsonDocument document) {
        String name =
                document.root().asObject().flatMap(body -> body.text(ACTION)).orElse("");
        return new ActionCall(name, () -> read(name, document));
    }

    private static CaseAction read(String name, JsonDocument document) {
        Optional<Fault> unnamed = unnamed(document.root());
        List<Fault> faults = unnamed.map(List::of).orElseGet(() -> Bodies.faults(name, document));
        if (!faults.isEmpty()) {
            throw RyggradException.validation(faults);
        }
        Fields body = new Fields(document.root().asObject().orElseThrow());
        return Optional.ofNullable(READERS.get(name))
                .map(reader -> reader.apply(body))
                .orElseGet(() -> new CaseAction.Extension(name));
    }

    private static Optional<Fault> unnamed(JsonTree root) {
        if (root.asObject().isEmpty()) {
            return Optional.of(FaultTexts.at("", FaultCode.TYPE));
        }
        Optional<JsonTree> action = root.asObject().flatMap(body -> body.member(ACTION));
        if (action.isEmpty()) {
            return Optional.of(FaultTexts.at("/" + ACTION, FaultCode.REQUIRED));
        }
        Optional<String> name = action.flatMap(JsonTree::asText);
        if (name.isEmpty()) {
            return Optional.of(FaultTexts.at("/" + ACTION, FaultCode.TYPE));
        }
        boolean known =
                !BEGINNINGS.contains(name.get()) && Bodies.schema(name.get()).isPresent();
        return known ? Optional.empty() : Optional.of(FaultTexts.at("/" + ACTION, FaultCode.UNKNOWN_VALUE));
    }

    private static CaseAction assign(Fields body) {
        return new CaseAction.Placing.Assign(body.maybeUuid("officer").map(id -> new ActorId(id.toString())));
    }

    private static CaseAction reroute(Fields body) {
        return new CaseAction.Placing.Reroute(new UnitId(body.text("unit")), body.maybeText("text"));
    }

    private static CaseAction ask(Fields body) {
        return new CaseAction.Asking.Ask(
                body.code("kind", Request.Kind.class),
                addressee(body.maybe("addressee").orElseThrow()),
                body.text("text"),
                body.maybeJson("form"),
                body.uuids("material").stream().map(DocumentId::new).toList(),
                body.maybeDate("dueOn"),
                body.maybeText("consequence"),
                body.circle(),
                CaseLetterReader.read(body));
    }

    private static Request.Addressee addressee(Fields body) {
        return body.maybeUuid("party")
                .<Request.Addressee>map(party -> new Request.Addressee.OfParty(new PartyId(party)))
                .or(() -> body.maybeText("unit").map(unit -> new Request.Addressee.OfUnit(new UnitId(unit))))
                .orElseGet(() -> new Request.Addressee.OfName(body.text("name")));
    }

    private static CaseAction answer(Fields body) {
        return new CaseAction.Asking.AnswerRequest(
                body.uuid("request"),
                body.maybeText("text"),
                body.maybeJson("form"),
                body.documents(),
                body.recorded());
    }

    private static CaseAction closeRequest(Fields body) {
        return new CaseAction.Asking.CloseRequest(body.uuid("request"), body.maybeText("text"));
    }

    private static CaseAction supplement(Fields body) {
        return new CaseAction.Adding.Supplement(
                body.maybeText("text"), body.maybeJson("form"), body.documents(), body.recorded());
    }

    private static CaseAction message(Fields body) {
        return new CaseAction.Adding.WriteMessage(body.text("text"), body.documents(), body.recorded(), body.circle());
    }

    private static CaseAction note(Fields body) {
        return new CaseAction.Adding.RecordNote(body.text("text"), body.maybeDate("occurredOn"), body.circle());
    }

    private static CaseAction demand(Fields body) {
        return new CaseAction.Delaying.DemandDecision(body.maybeText("text"), body.recorded());
    }

    private static CaseAction refuseDemand(Fields body) {
        return new CaseAction.Delaying.RefuseDemand(body.json("reasons", "{}"), body.maybeJson("appealInstruction"));
    }

    private static CaseAction decide(Fields body) {
        return new Ending.Decide(
                body.code("kind", Decision.Kind.class),
                body.text("outcome"),
                body.maybeDate("decidedOn"),
                makers(body),
                body.maybeJson("authorityBasis"),
                body.text("text"),
                new Decision.Reasons(body.maybeJson("reasons"), body.maybeJson("reasonsOmitted")),
                safeguards(body),
                body.documents(),
                body.maybeUuid("replaces"),
                body.circle());
    }

    private static Safeguards safeguards(Fields body) {
        return new Safeguards(
                body.maybeJson("communicationOmitted"),
                body.maybeJson("appealInstruction"),
                body.maybeJson("appealInstructionOmitted"));
    }

    private static Decision.Makers makers(Fields body) {
        return new Decision.Makers(
                body.json("decidedBy", "[]"),
                body.maybeJson("rapporteur"),
                body.json("presentAtFinal", "[]"),
                body.json("dissents", "[]"));
    }

    private static CaseAction notifyDecision(Fields body) {
        return new Ending.NotifyDecision(
                body.uuid("decision"),
                body.uuids("parties").stream().map(PartyId::new).toList(),
                body.text("mode"),
                body.maybeDate("sentOn"),
                CaseLetterReader.read(body));
    }

    private static CaseAction recordService(Fields body) {
        return new Appealing.RecordService(
                body.uuid("decision"),
                new PartyId(body.uuid("party")),
                body.date("servedOn"),
                body.maybeUuid("evidence").map(DocumentId::new));
    }

    private static CaseAction correctDecision(Fields body) {
        return new Reviewing.CorrectDecision(
                body.uuid("decision"),
                body.text("explanation"),
                body.maybeText("text"),
                body.maybeJson("reasons"),
                body.documents());
    }

    private static CaseAction changeDecision(Fields body) {
        return new Reviewing.ChangeDecision(
                body.uuid("decision"),
                body.code("ground", ChangeGround.class),
                body.text("outcome"),
                body.maybeDate("decidedOn"),
                makers(body),
                body.maybeJson("authorityBasis"),
                body.text("text"),
                body.json("reasons", "{}"),
                safeguards(body),
                body.documents());
    }

    private static CaseAction appeal(Fields body) {
        return new Appealing.MakeAppeal(body.uuid("decision"), body.text("text"), body.documents(), body.recorded());
    }

    private static CaseAction dismissAppeal(Fields body) {
        return new Appealing.DismissAppeal(body.uuid("appeal"), body.json("reasons", "{}"));
    }

    private static CaseAction forwardAppeal(Fields body) {
        return new Appealing.ForwardAppeal(body.uuid("appeal"), body.text("to"));
    }

    private static CaseAction recordRuling(Fields body) {
        return new Appealing.RecordRuling(
                body.uuid("appeal"),
                new Appeal.Ruling(
                        body.code("outcome", Appeal.Outcome.class), body.date("ruledOn"), body.maybeText("text")));
    }

    private static CaseAction complete(Fields body) {
        return new Ending.Complete(body.json("result", "{}"), fates(body));
    }

    private static CaseAction close(Fields body) {
        return new Ending.Close(
                body.each(
                        "withoutNotification",
                        left -> new Unnotified(new PartyId(left.uuid("party")), left.text("ground"))),
                fates(body));
    }

    private static List<MemoFate> fates(Fields body) {
        return body.each(
                "memos",
                fate -> new MemoFate(
                        fate.uuid("memo"),
                        fate.body().member("keep").flatMap(JsonTree::asTruth).orElse(false)));
    }

    private static CaseAction withdraw(Fields body) {
        return new Ending.Withdraw(body.maybeText("text"), body.recorded());
    }

    private static CaseAction reopen(Fields body) {
        return new Ending.Reopen(body.text("ground"), body.maybeText("text"));
    }

    private static CaseAction redact(Fields body) {
        return new CaseAction.Erasing.Redact(body.text("decision"), body.text("ground"), body.uuids("parts"));
    }

    private static CaseAction dispose(Fields body) {
        return new CaseAction.Erasing.Dispose(body.text("decision"), body.text("ground"));
    }
}
