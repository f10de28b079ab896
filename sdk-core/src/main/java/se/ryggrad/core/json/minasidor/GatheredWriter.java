package se.ryggrad.core.json.minasidor;

import java.net.URI;
import java.time.LocalDate;
import se.ryggrad.api.minasidor.AskedSource;
import se.ryggrad.api.minasidor.GatheredItem;
import se.ryggrad.api.minasidor.Overview;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonTree;

/** Writes what a portal shows (schema {@code overview}): its members and no others (MINA-013, MINA-014). */
public final class GatheredWriter {

    private GatheredWriter() {}

    /** Writes what became of the sources, and whether anything is missing. */
    public static JsonTree.ObjectNode whole(Overview overview) {
        return JsonTree.object()
                .put(
                        "sources",
                        overview.sources().stream().map(GatheredWriter::source).toList())
                .put("complete", overview.complete())
                .build();
    }

    private static JsonTree source(AskedSource source) {
        return JsonTree.object()
                .put("id", source.id())
                .put("title", source.title())
                .put("state", source.state().code())
                .putText("at", source.at().map(Formats::text))
                .put("count", source.count())
                .put("more", source.more())
                .build();
    }

    /** Writes an item. */
    public static JsonTree.ObjectNode item(GatheredItem item) {
        return JsonTree.object()
                .put("source", item.source())
                .put("id", item.id())
                .put("kind", item.kind().code())
                .put("title", item.title())
                .put("status", item.status())
                .put("updatedAt", Formats.text(item.updatedAt()))
                .put("actionRequired", item.actionRequired())
                .putText("dueOn", item.dueOn().map(LocalDate::toString))
                .putText("link", item.link().map(URI::toString))
                .build();
    }
}
