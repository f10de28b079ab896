package se.ryggrad.core.json.cases;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Fault;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.Language;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.law.Appeal;
import se.ryggrad.api.cases.law.ChangeGround;
import se.ryggrad.api.cases.law.Correction;
import se.ryggrad.api.cases.law.Deadline;
import se.ryggrad.api.cases.law.Erasure;
import se.ryggrad.api.cases.model.Approval;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.OfficerRef;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.model.Secrecy;
import se.ryggrad.api.cases.model.SentLetter;
import se.ryggrad.api.cases.party.EndGround;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;

/** Writes the parts of a case. */
final class PartWriter {

    private PartWriter() {}

    static JsonTree party(CaseView view, Party party) {
        JsonBuilder identity =
                JsonTree.object().put("scheme", party.identity().scheme().code());
        if (view.official() && !party.identity().value().isEmpty()) {
            identity.put("value", party.identity().value());
        }
        return JsonTree.object()
                .put("id", party.id().value().toString())
                .put("role", party.role().code())
                .put("self", view.self().contains(party.id()))
                .put("identity", identity.build())
                .putText("name", Optional.of(party.name()).filter(name -> !name.isEmpty()))
                .putTexts(
                        "rights",
                        party.rights().stream().sorted().map(Party.Right::code).toList())
                .put("from", party.from().toString())
                .putText("until", party.until().map(Object::toString))
                .putText("ground", party.ground().map(EndGround::code))
                .putText(
                        "protection",
                        party.protection().filter(Protection::protects).map(Protection::code))
                .build();
    }

    static JsonTree officer(OfficerRef officer) {
        return JsonTree.object()
                .put("officer", officer.officer().value())
                .putText("name", Optional.of(officer.name()).filter(name -> !name.isEmpty()))
                .build();
    }

    static JsonTree deficiency(Fault fault, Language language) {
        return JsonTree.object()
                .put("pointer", fault.where())
                .put("code", fault.code().code())
                .put("detail", fault.detail().in(language))
                .build();
    }

    static JsonTree erasure(Erasure by) {
        return JsonTree.object()
                .put("on", by.on().toString())
                .put("decision", by.decision())
                .put("ground", by.ground())
                .build();
    }

    static JsonTree document(CaseDocument document) {
        boolean received = document.direction() == CaseDocument.Direction.IN;
        Optional<String> digest = Optional.of(document.content().sha256())
                .filter(octets -> document.redacted().isEmpty());
        return JsonTree.object()
                .put("id", document.id().value().toString())
                .put("number", document.number())
                .put("kind", document.kind())
                .put("name", document.name())
                .put("subject", document.subject())
                .put("mediaType", document.content().mediaType())
                .put("size", document.content().size())
                .putText("sha256", digest)
                .put("direction", document.direction().code())
                .put(received ? "receivedOn" : "drawnUpOn", document.on().toString())
                .put("audience", audience(document.audience()))
                .put("secrecy", secrecy(document.secrecy()))
                .putIf("redacted", document.redacted().map(PartWriter::erasure))
                .build();
    }

    static JsonTree request(Request request) {
        return JsonTree.object()
                .put("id", request.id().toString())
                .put("kind", request.kind().code())
                .put("addressee", addressee(request.addressee()))
                .putIf("representative", request.representative().map(PartWriter::representative))
                .put("text", request.text())
                .putIf("form", request.form().map(JsonTree::parse))
                .putTexts("material", documents(request.material()))
                .putText("dueOn", request.dueOn().map(Object::toString))
                .putText("consequence", request.consequence())
                .put("state", request.state().code())
                .putText("approval", request.approval().map(Request.ApprovalState::code))
                .put("audience", audience(request.audience()))
                .put("secrecy", secrecy(request.secrecy()))
                .putIf("redacted", request.redacted().map(PartWriter::erasure))
                .putAll(letter(request.letter()))
                .build();
    }

    private static JsonTree representative(Request.Representative asked) {
        return JsonTree.object()
                .put("id", asked.id().value())
                .put("right", asked.right().code())
                .build();
    }

    static JsonTree approval(Approval reached) {
        JsonBuilder json = JsonTree.object();
        reached.needed().ifPresent(needed -> json.put("needed", needed));
        return json.put("given", reached.given()).build();
    }

    static JsonTree waitingFor(Request request) {
        return JsonTree.object()
                .put("request", request.id().toString())
                .put("kind", request.kind().code())
                .put("addressee", addressee(request.addressee()))
                .putText("dueOn", request.runsUntil().map(Object::toString))
                .build();
    }

    static JsonTree decision(Decision decision) {
        return JsonTree.object()
                .put("id", decision.id().toString())
                .put("kind", decision.kind().code())
                .put("outcome", decision.outcome())
                .put("decidedOn", decision.decidedOn().toString())
                .put("decidedBy", JsonTree.parse(decision.makers().decidedBy()))
                .putIf("rapporteur", parsed(decision.makers().rapporteur()))
                .put("presentAtFinal", JsonTree.parse(decision.makers().presentAtFinal()))
                .put("dissents", JsonTree.parse(decision.makers().dissents()))
                .putIf("authorityBasis", filled(decision.basis()))
                .put("text", decision.text())
                .putIf("reasons", parsed(decision.reasons().given()))
                .putIf("reasonsOmitted", parsed(decision.reasons().omitted()))
                .putIf("communicationOmitted", parsed(decision.communicationOmitted()))
                .putIf("appealInstruction", parsed(decision.appealInstruction()))
                .putIf("appealInstructionOmitted", parsed(decision.appealInstructionOmitted()))
                .putTexts("documents", documents(decision.documents()))
                .putText("replaces", decision.replaces().map(Object::toString))
                .putText("changeGround", decision.changeGround().map(ChangeGround::code))
                .put("notifications", notifications(decision))
                .put(
                        "corrections",
                        decision.corrections().stream()
                                .map(PartWriter::correction)
                                .toList())
                .put("audience", audience(decision.audience()))
                .put("secrecy", secrecy(decision.secrecy()))
                .build();
    }

    private static JsonTree correction(Correction correction) {
        return JsonTree.object()
                .put("correctedOn", correction.correctedOn().toString())
                .put("explanation", correction.explanation())
                .putText("formerText", correction.formerText())
                .putIf("formerReasons", parsed(correction.formerReasons()))
                .build();
    }

    static JsonTree appeal(Appeal appeal) {
        return JsonTree.object()
                .put("id", appeal.id().toString())
                .put("decision", appeal.decision().toString())
                .put("appellant", appeal.appellant().value().toString())
                .put("receivedOn", appeal.receivedOn().toString())
                .put("late", appeal.late())
                .put("state", appeal.state().code())
                .put("text", appeal.text())
                .putTexts("documents", documents(appeal.documents()))
                .putText("forwardedTo", appeal.forwardedTo())
                .putIf("ruling", appeal.ruling().map(PartWriter::ruling))
                .putIf("redacted", appeal.redacted().map(PartWriter::erasure))
                .build();
    }

    private static JsonTree ruling(Appeal.Ruling ruling) {
        return JsonTree.object()
                .put("outcome", ruling.outcome().code())
                .put("ruledOn", ruling.ruledOn().toString())
                .putText("text", ruling.text())
                .build();
    }

    static JsonTree deadline(Deadline deadline) {
        return JsonTree.object()
                .put("kind", deadline.kind().code())
                .put("law", deadline.kind().law())
                .put("startedBy", deadline.kind().startedBy())
                .put("startsOn", deadline.startsOn().toString())
                .put("dueOn", deadline.dueOn().toString())
                .putText("endedOn", deadline.endedOn().map(Object::toString))
                .build();
    }

    private static List<JsonTree> notifications(Decision decision) {
        return decision.notifications().stream()
                .<JsonTree>map(notification -> JsonTree.object()
                        .put("party", notification.party().value().toString())
                        .put("mode", notification.mode())
                        .put("sentOn", notification.sentOn().toString())
                        .putText("servedOn", notification.servedOn().map(Object::toString))
                        .putText(
                                "evidence",
                                notification.evidence().map(id -> id.value().toString()))
                        .putText("appealBefore", notification.appealBefore().map(Object::toString))
                        .putAll(letter(notification.letter()))
                        .build())
                .toList();
    }

    private static JsonTree.ObjectNode letter(Optional<SentLetter> letter) {
        return JsonTree.object()
                .putText("message", letter.map(SentLetter::message).map(Object::toString))
                .putText(
                        "undeliveredOn",
                        letter.flatMap(SentLetter::undeliveredOn).map(Object::toString))
                .build();
    }

    private static Optional<JsonTree> parsed(Optional<JsonText> json) {
        return json.map(JsonTree::parse);
    }

    private static Optional<JsonTree> filled(JsonText json) {
        return Optional.of(JsonTree.parse(json)).filter(tree -> !tree.equals(JsonTree.ObjectNode.EMPTY));
    }

    private static JsonTree addressee(Request.Addressee addressee) {
        if (addressee instanceof Request.Addressee.OfParty party) {
            return JsonTree.object()
                    .put("party", party.party().value().toString())
                    .build();
        }
        if (addressee instanceof Request.Addressee.OfUnit unit) {
            return JsonTree.object().put("unit", unit.unit().value()).build();
        }
        return JsonTree.object()
                .put("name", ((Request.Addressee.OfName) addressee).name())
                .build();
    }

    private static List<String> documents(List<DocumentId> ids) {
        return ids.stream().map(id -> id.value().toString()).toList();
    }

    private static JsonTree audience(Audience audience) {
        JsonBuilder json = JsonTree.object().put("to", audience.to().code());
        if (audience.to() == Audience.To.PARTIES) {
            json.putTexts(
                    "parties",
                    audience.parties().stream()
                            .map(PartyId::value)
                            .map(Object::toString)
                            .sorted()
                            .toList());
        }
        return json.build();
    }

    private static List<JsonTree> secrecy(List<Secrecy> grounds) {
        return grounds.stream()
                .<JsonTree>map(ground -> JsonTree.object()
                        .put("provision", ground.provision())
                        .putText("against", Optional.of(ground.against()).filter(text -> !text.isEmpty()))
                        .put("assessedAt", Formats.text(ground.assessedAt()))
                        .put("assessedBy", ground.assessedBy().value())
                        .build())
                .toList();
    }
}
