package se.ryggrad.core.json.cases.client;

import java.util.UUID;
import se.ryggrad.api.cases.action.Appealing;
import se.ryggrad.api.cases.action.Reviewing;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;

/** Writes what the actions say by which decisions are received, appealed, corrected and changed. */
final class ReviewWriter {

    private ReviewWriter() {}

    static void correct(Reviewing.CorrectDecision action, JsonBuilder body) {
        decision(body, action.decision())
                .put("explanation", action.explanation())
                .putText("text", action.text());
        Members.json(body, "reasons", action.reasons());
        Members.documents(body, action.documents());
    }

    static void change(Reviewing.ChangeDecision action, JsonBuilder body) {
        decision(body, action.decision()).put("ground", action.ground().code()).put("outcome", action.outcome());
        Members.date(body, "decidedOn", action.decidedOn());
        Members.makers(body, action.makers());
        Members.json(body, "authorityBasis", action.basis())
                .put("text", action.text())
                .put("reasons", JsonTree.parse(action.reasons()));
        Members.safeguards(body, action.safeguards());
        Members.documents(body, action.documents());
    }

    static void recordService(Appealing.RecordService action, JsonBuilder body) {
        decision(body, action.decision())
                .put("party", action.party().value().toString())
                .put("servedOn", action.servedOn().toString())
                .putText("evidence", action.evidence().map(id -> id.value().toString()));
    }

    static void acknowledge(Appealing.AcknowledgeReceipt action, JsonBuilder body) {
        decision(body, action.decision());
    }

    static void appeal(Appealing.MakeAppeal action, JsonBuilder body) {
        decision(body, action.decision()).put("text", action.text());
        Members.documents(body, action.documents());
        Members.recorded(body, action.recorded());
    }

    static void dismiss(Appealing.DismissAppeal action, JsonBuilder body) {
        appeal(body, action.appeal()).put("reasons", JsonTree.parse(action.reasons()));
    }

    static void forward(Appealing.ForwardAppeal action, JsonBuilder body) {
        appeal(body, action.appeal()).put("to", action.to());
    }

    static void ruling(Appealing.RecordRuling action, JsonBuilder body) {
        appeal(body, action.appeal())
                .put("outcome", action.ruling().outcome().code())
                .put("ruledOn", action.ruling().ruledOn().toString())
                .putText("text", action.ruling().text());
    }

    private static JsonBuilder decision(JsonBuilder body, UUID decision) {
        return body.put("decision", decision.toString());
    }

    private static JsonBuilder appeal(JsonBuilder body, UUID appeal) {
        return body.put("appeal", appeal.toString());
    }
}
