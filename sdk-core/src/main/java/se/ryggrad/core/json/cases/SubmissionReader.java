package se.ryggrad.core.json.cases;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Fault;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.Channel;
import se.ryggrad.api.cases.model.Relation;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.json.JsonTree;

/** Reads the body of {@code POST /cases}. */
public final class SubmissionReader {

    private SubmissionReader() {}

    /** Returns the call that {@code document} makes; its body throws {@code validation} with every fault. */
    public static StartCall call(JsonDocument document) {
        Optional<JsonTree.ObjectNode> root = document.root().asObject();
        Optional<JsonTree.ObjectNode> named = root.flatMap(body -> body.object("service"));
        Optional<ServiceId> service = named.flatMap(each -> each.text("id")).flatMap(SubmissionReader::id);
        Optional<String> version = named.flatMap(each -> each.text("version"));
        boolean authority = root.flatMap(body -> body.text("initiatedBy"))
                .filter("authority"::equals)
                .isPresent();
        CaseHead.Initiator initiator = authority ? CaseHead.Initiator.AUTHORITY : CaseHead.Initiator.PARTY;
        return new StartCall(service, version, initiator, () -> read(initiator, document));
    }

    private static Optional<ServiceId> id(String text) {
        try {
            return Optional.of(new ServiceId(text));
        } catch (IllegalArgumentException otherForm) {
            return Optional.empty();
        }
    }

    private static Submission read(CaseHead.Initiator initiator, JsonDocument document) {
        String action = initiator == CaseHead.Initiator.AUTHORITY ? "open-case" : "submit";
        List<Fault> faults = Bodies.faults(action, document);
        if (!faults.isEmpty()) {
            throw RyggradException.validation(faults);
        }
        return submission(initiator, new Fields(document.root().asObject().orElseThrow()));
    }

    private static Submission submission(CaseHead.Initiator initiator, Fields body) {
        Fields service = body.maybe("service").orElseThrow();
        return new Submission(
                new ServiceId(service.text("id")),
                service.maybeText("version"),
                initiator,
                body.json("form", "{}"),
                body.documents(),
                body.each("parties", PartyReader::entry),
                body.maybeCode("channel", Channel.class),
                body.maybeDate("receivedOn"),
                body.each("relations", relation -> new Relation(relation.text("kind"), relation.uuid("case"))));
    }
}
