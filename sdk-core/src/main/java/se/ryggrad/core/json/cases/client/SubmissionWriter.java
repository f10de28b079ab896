package se.ryggrad.core.json.cases.client;

import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.model.Channel;
import se.ryggrad.api.cases.model.Relation;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;

/** Writes the body of {@code POST /cases}. */
public final class SubmissionWriter {

    private SubmissionWriter() {}

    /** Writes {@code submission}; what it does not say is left out. */
    public static JsonTree.ObjectNode submission(Submission submission) {
        JsonBuilder body = JsonTree.object()
                .put(
                        "service",
                        JsonTree.object()
                                .put("id", submission.service().value())
                                .putText("version", submission.version())
                                .build())
                .put("initiatedBy", submission.initiatedBy().code())
                .put("form", JsonTree.parse(submission.form()));
        Members.documents(body, submission.documents());
        Members.items(
                body,
                "parties",
                submission.parties().stream().map(PartyWriter::entry).toList());
        body.putText("channel", submission.channel().map(Channel::code));
        Members.date(body, "receivedOn", submission.receivedOn());
        return Members.items(
                        body,
                        "relations",
                        submission.relations().stream()
                                .map(SubmissionWriter::relation)
                                .toList())
                .build();
    }

    private static JsonTree relation(Relation relation) {
        return JsonTree.object()
                .put("kind", relation.kind())
                .put("case", relation.caseId().toString())
                .build();
    }
}
