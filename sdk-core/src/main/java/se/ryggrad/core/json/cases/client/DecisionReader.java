package se.ryggrad.core.json.cases.client;

import se.ryggrad.api.cases.law.Appeal;
import se.ryggrad.api.cases.law.ChangeGround;
import se.ryggrad.api.cases.law.Correction;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.cases.Fields;

/** Reads the decisions of a case, and the appeals of them. */
final class DecisionReader {

    private DecisionReader() {}

    static Decision decision(Fields body) {
        return new Decision(
                body.uuid("id"),
                body.code("kind", Decision.Kind.class),
                body.text("outcome"),
                body.date("decidedOn"),
                new Decision.Makers(
                        body.json("decidedBy", "[]"),
                        body.maybeJson("rapporteur"),
                        body.json("presentAtFinal", "[]"),
                        body.json("dissents", "[]")),
                body.json("authorityBasis", "{}"),
                body.text("text"),
                new Decision.Reasons(body.maybeJson("reasons"), body.maybeJson("reasonsOmitted")),
                body.maybeJson("appealInstruction"),
                body.maybeJson("appealInstructionOmitted"),
                body.maybeJson("communicationOmitted"),
                PartReader.documents(body, "documents"),
                body.maybeUuid("replaces"),
                body.maybeCode("changeGround", ChangeGround.class),
                body.each("notifications", DecisionReader::notification),
                body.each("corrections", DecisionReader::correction),
                PartReader.audience(body),
                PartReader.secrecy(body));
    }

    private static Decision.Notification notification(Fields body) {
        return new Decision.Notification(
                new PartyId(body.uuid("party")),
                body.text("mode"),
                body.date("sentOn"),
                body.maybeDate("servedOn"),
                body.maybeUuid("evidence").map(DocumentId::new),
                body.maybeDate("appealBefore"),
                PartReader.letter(body));
    }

    private static Correction correction(Fields body) {
        return new Correction(
                body.date("correctedOn"),
                body.text("explanation"),
                body.maybeText("formerText"),
                body.maybeJson("formerReasons"));
    }

    static Appeal appeal(Fields body) {
        return new Appeal(
                body.uuid("id"),
                body.uuid("decision"),
                new PartyId(body.uuid("appellant")),
                body.date("receivedOn"),
                body.body().member("late").flatMap(JsonTree::asTruth).orElseThrow(),
                body.code("state", Appeal.State.class),
                body.text("text"),
                PartReader.documents(body, "documents"),
                body.maybeText("forwardedTo"),
                body.maybe("ruling").map(DecisionReader::ruling),
                PartReader.erasure(body, "redacted"));
    }

    private static Appeal.Ruling ruling(Fields body) {
        return new Appeal.Ruling(
                body.code("outcome", Appeal.Outcome.class), body.date("ruledOn"), body.maybeText("text"));
    }
}
