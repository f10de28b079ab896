package se.ryggrad.core.json.cases;

import java.util.List;
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

    /** Writes an event of the timeline; one that is withheld shows its place, digests and grounds alone. */
    public static JsonTree.ObjectNode event(EventView view, Language language) {
        CaseEvent event = view.event();
        JsonBuilder json = JsonTree.object().put("id", event.id().toString()).put("sequence", event.sequence());
        if (!view.withheld()) {
            json.put("content", JsonTree.parse(event.content()))
                    .put("salt", event.seal().salt());
        }
        json.put("contentDigest", event.seal().contentDigest())
                .put("previous", event.seal().previous())
                .put("hash", event.seal().hash());
        return view.withheld()
                ? json.put("withheld", withheld(event)).build()
                : json.put("display", display(view, language)).build();
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
        String text = JsonTree.parse(view.event().content())
                .at("/data/text")
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

    private static JsonTree withheld(CaseEvent event) {
        List<String> provisions =
                event.secrecy().stream().map(Secrecy::provision).distinct().toList();
        return JsonTree.object().putTexts("provisions", provisions).build();
    }
}
