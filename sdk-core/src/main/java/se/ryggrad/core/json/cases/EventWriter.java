package se.ryggrad.core.json.cases;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Language;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.model.Secrecy;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;

/** Writes events and working papers (schema {@code event}). */
public final class EventWriter {

    private EventWriter() {}

    /** Writes an event of the timeline; one that is withheld or erased shows its place, digests and grounds alone. */
    public static JsonTree.ObjectNode event(EventView view, Language language) {
        CaseEvent event = view.event();
        Optional<CaseEvent.Told> shown = event.told().filter(told -> !view.withheld());
        JsonBuilder json = JsonTree.object().put("id", event.id().toString()).put("sequence", event.sequence());
        shown.ifPresent(
                told -> json.put("content", JsonTree.parse(told.content())).put("salt", told.salt()));
        json.put("contentDigest", event.seal().contentDigest())
                .put("previous", event.seal().previous())
                .put("hash", event.seal().hash())
                .putIf("display", shown.map(told -> display(view, language)))
                .putIf("withheld", event.told().filter(told -> view.withheld()).map(EventWriter::withheld));
        return json.putIf("redacted", event.erasure().map(PartWriter::erasure)).build();
    }

    /** Writes a working paper. */
    public static JsonTree.ObjectNode memo(Memo memo) {
        return JsonTree.object()
                .put("id", memo.id().toString())
                .put("by", PartWriter.officer(memo.by()))
                .put("writtenAt", Formats.text(memo.writtenAt()))
                .put("text", memo.text())
                .build();
    }

    static JsonTree message(EventView view, Language language) {
        String text = view.event()
                .told()
                .flatMap(told -> JsonTree.parse(told.content()).at("/data/text"))
                .flatMap(JsonTree::asText)
                .orElse("");
        return JsonTree.object()
                .put("id", view.event().id().toString())
                .put("sequence", view.event().sequence())
                .put("recordedAt", Formats.text(view.event().recordedAt()))
                .put("by", view.by().in(language))
                .put("text", text)
                .build();
    }

    private static JsonTree display(EventView view, Language language) {
        return JsonTree.object()
                .put("title", view.title().in(language))
                .put("by", view.by().in(language))
                .build();
    }

    private static JsonTree withheld(CaseEvent.Told told) {
        List<String> provisions =
                told.secrecy().stream().map(Secrecy::provision).distinct().toList();
        return JsonTree.object().putTexts("provisions", provisions).build();
    }
}
