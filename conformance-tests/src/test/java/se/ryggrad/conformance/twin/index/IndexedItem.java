package se.ryggrad.conformance.twin.index;

import java.util.Set;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.TwinSettings.Source;
import se.ryggrad.conformance.twin.portal.ShownItem;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows an item of the index as if its source had answered with it.
 *
 * <p>What a broken twin does wrong with the items of sources that are asked it does right here, and the other way round.
 */
record IndexedItem(TwinSettings settings, Source source, String id, Pushed pushed) {

    ObjectNode shown() {
        var item = pushed.content().deepCopy().put("id", id);
        var shown = new ShownItem(settings.with(Set.of()), source, item).shown();
        if (item.has("link") && settings.breaks(Fault.MINA_036_E)) {
            shown.set("link", item.path("link"));
        }
        if (settings.breaks(Fault.MINA_036_F)) {
            shown.set("kind", item.path("kind"));
        }
        if (settings.breaks(Fault.MINA_036_G)) {
            shown.remove("dueOn");
        }
        if (settings.breaks(Fault.MINA_036_H)) {
            shown.set("title", shown.path("status"));
        }
        return shown;
    }
}
