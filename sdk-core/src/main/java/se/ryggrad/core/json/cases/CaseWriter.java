package se.ryggrad.core.json.cases;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Language;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.FollowUp;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;

/** Writes cases as their readers see them (schemas {@code case-view}, {@code case-item}, {@code follow-up}). */
public final class CaseWriter {

    private CaseWriter() {}

    /** Writes a single case, with the allowed actions. */
    public static JsonTree.ObjectNode view(CaseView view, Language language) {
        return whole(view, language)
                .putTexts("allowedActions", view.allowedActions())
                .build();
    }

    /** Writes a case for its export, without what depends on who asks. */
    public static JsonTree.ObjectNode exported(CaseView view, Language language) {
        return whole(view, language).build();
    }

    /** Writes a case in a list: these members and no others (CASE-020). */
    public static JsonTree.ObjectNode item(CaseView view, Language language) {
        CaseHead head = view.shown().head();
        JsonTree.ObjectNode service = JsonTree.object()
                .put("id", head.service().id().value())
                .put("title", head.service().title().in(language))
                .build();
        JsonBuilder json = JsonTree.object()
                .put("id", view.shown().id().value().toString())
                .putText("registryNumber", head.registryNumber())
                .put("authority", head.authority().value())
                .put("unit", head.unit().value())
                .put("service", service);
        standing(json, view, language)
                .put("receivedAt", Formats.text(head.receivedAt()))
                .put("updatedAt", Formats.text(head.updatedAt()))
                .put("version", head.version().number());
        if (view.official()) {
            json.putIf("officer", head.officer().map(PartWriter::officer));
        }
        return json.build();
    }

    /** Writes the reduced view for whoever holds a follow-up code (CASE-038). */
    public static JsonTree.ObjectNode followUp(FollowUp opened, Language language) {
        CaseView view = opened.view();
        Case shown = view.shown();
        JsonBuilder json = JsonTree.object()
                .putText("registryNumber", shown.head().registryNumber())
                .put("service", service(shown.head().service(), language));
        standing(json, view, language)
                .put("updatedAt", Formats.text(shown.head().updatedAt()))
                .put("version", shown.head().version().number())
                .put(
                        "messages",
                        opened.messages().stream()
                                .filter(message -> !message.withheld())
                                .map(message -> EventWriter.message(message, language))
                                .toList());
        return asked(json, shown)
                .putTexts("allowedActions", view.allowedActions())
                .build();
    }

    private static JsonBuilder whole(CaseView view, Language language) {
        Case shown = view.shown();
        JsonBuilder json = head(shown, language);
        standing(json, view, language)
                .put("receivedAt", Formats.text(shown.head().receivedAt()))
                .put("updatedAt", Formats.text(shown.head().updatedAt()))
                .put("version", shown.head().version().number())
                .put("chain", chain(shown.head()))
                .put("relations", relations(shown))
                .put(
                        "parties",
                        shown.parties().stream()
                                .map(party -> PartWriter.party(view, party))
                                .toList())
                .put("form", JsonTree.parse(shown.form()))
                .put("provenance", List.of())
                .put(
                        "deficiencies",
                        shown.deficiencies().stream()
                                .map(fault -> PartWriter.deficiency(fault, language))
                                .toList())
                .putIf("approval", shown.approval().map(PartWriter::approval))
                .put(
                        "documents",
                        shown.documents().stream().map(PartWriter::document).toList());
        return asked(json, shown)
                .put("appeals", shown.appeals().stream().map(PartWriter::appeal).toList())
                .putText("demandFrom", view.demandFrom().map(Object::toString))
                .put(
                        "deadlines",
                        shown.deadlines().stream().map(PartWriter::deadline).toList())
                .putIf("disposed", shown.disposed().map(PartWriter::erasure))
                .putIf("limited", Optional.of(JsonTree.of(true)).filter(limited -> view.limited()));
    }

    private static JsonBuilder head(Case shown, Language language) {
        CaseHead head = shown.head();
        return JsonTree.object()
                .put("id", shown.id().value().toString())
                .putText("registryNumber", head.registryNumber())
                .put("principal", head.principal().value())
                .put("authority", head.authority().value())
                .put("unit", head.unit().value())
                .putIf("officer", head.officer().map(PartWriter::officer))
                .put("service", service(head.service(), language))
                .put("track", head.service().track().code())
                .put("initiatedBy", head.initiatedBy().code())
                .put("channel", head.channel().code());
    }

    private static JsonBuilder standing(JsonBuilder json, CaseView view, Language language) {
        List<Request> open = view.shown().openRequests();
        return json.put("status", view.shown().head().status().code())
                .put("localStatus", view.localStatus().in(language))
                .put("waitingFor", open.stream().map(PartWriter::waitingFor).toList())
                .put("receivedOn", view.shown().head().receivedOn().toString());
    }

    private static JsonBuilder asked(JsonBuilder json, Case shown) {
        Optional<JsonTree> result = shown.result().map(JsonTree::parse);
        return json.put(
                        "requests",
                        shown.requests().stream().map(PartWriter::request).toList())
                .put(
                        "decisions",
                        shown.decisions().stream().map(PartWriter::decision).toList())
                .putIf("result", result);
    }

    private static JsonTree service(CaseHead.Service service, Language language) {
        return JsonTree.object()
                .put("id", service.id().value())
                .put("version", service.version())
                .put("title", service.title().in(language))
                .build();
    }

    private static JsonTree chain(CaseHead head) {
        return JsonTree.object()
                .put("sequence", head.version().number())
                .put("hash", head.chainHash())
                .build();
    }

    private static List<JsonTree> relations(Case shown) {
        return shown.relations().stream()
                .<JsonTree>map(relation -> JsonTree.object()
                        .put("kind", relation.kind())
                        .put("case", relation.caseId().toString())
                        .build())
                .toList();
    }
}
