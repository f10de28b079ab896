package se.ryggrad.core.json.cases.client;

import se.ryggrad.api.cases.action.Ending;
import se.ryggrad.api.cases.action.Unnotified;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;

/** Writes what the actions say that end a case, or begin it anew. */
final class EndingWriter {

    private EndingWriter() {}

    static void decide(Ending.Decide action, JsonBuilder body) {
        body.put("kind", action.kind().code()).put("outcome", action.outcome());
        Members.date(body, "decidedOn", action.decidedOn());
        Members.makers(body, action.makers());
        Members.json(body, "authorityBasis", action.basis()).put("text", action.text());
        Members.json(body, "reasons", action.reasons().given());
        Members.json(body, "reasonsOmitted", action.reasons().omitted());
        Members.safeguards(body, action.safeguards());
        Members.documents(body, action.documents());
        Members.uuid(body, "replaces", action.replaces());
        Members.circle(body, action.circle());
    }

    static void notifyDecision(Ending.NotifyDecision action, JsonBuilder body) {
        body.put("decision", action.decision().toString());
        Members.texts(
                body,
                "parties",
                action.parties().stream().map(party -> party.value().toString()).toList());
        Members.date(body.put("mode", action.mode()), "sentOn", action.sentOn());
        Members.letter(body, action.letter());
    }

    static void complete(Ending.Complete action, JsonBuilder body) {
        Members.fates(body.put("result", JsonTree.parse(action.result())), action.memos());
    }

    static void close(Ending.Close action, JsonBuilder body) {
        Members.items(
                body,
                "withoutNotification",
                action.withoutNotification().stream().map(EndingWriter::left).toList());
        Members.fates(body, action.memos());
    }

    private static JsonTree left(Unnotified left) {
        return JsonTree.object()
                .put("party", left.party().value().toString())
                .put("ground", left.ground())
                .build();
    }

    static void withdraw(Ending.Withdraw action, JsonBuilder body) {
        Members.recorded(body.putText("text", action.text()), action.recorded());
    }

    static void reopen(Ending.Reopen action, JsonBuilder body) {
        body.put("ground", action.ground()).putText("text", action.text());
    }
}
