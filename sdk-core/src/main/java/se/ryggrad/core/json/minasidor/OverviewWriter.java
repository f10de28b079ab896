package se.ryggrad.core.json.minasidor;

import java.net.URI;
import java.time.LocalDate;
import se.ryggrad.api.minasidor.OverviewItem;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonTree;

/** Writes items of the overview (schema {@code overview-item}): its members and no others (MINA-002). */
public final class OverviewWriter {

    private OverviewWriter() {}

    /**
     * Writes an item.
     *
     * @param subject the {@code sub} of the token that asks
     */
    public static JsonTree.ObjectNode item(OverviewItem item, String subject) {
        return JsonTree.object()
                .put("for", subject)
                .put("id", item.id())
                .put("kind", item.kind().code())
                .put("title", item.title())
                .put("status", item.status())
                .put("updatedAt", Formats.text(item.updatedAt()))
                .put("actionRequired", item.ask().isPresent())
                .putText("dueOn", item.ask().flatMap(OverviewItem.Ask::dueOn).map(LocalDate::toString))
                .putText("link", item.link().map(URI::toASCIIString))
                .build();
    }
}
