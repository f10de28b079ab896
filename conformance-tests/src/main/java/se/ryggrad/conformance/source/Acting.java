package se.ryggrad.conformance.source;

import java.util.List;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * For whom a person may act at a source, and what the source holds for them.
 *
 * @param id the id of the representation at the source
 * @param rights its rights
 * @param items what is held for whom it is for
 */
public record Acting(String id, List<String> rights, List<ObjectNode> items) {

    /** Copies the lists. */
    public Acting {
        rights = List.copyOf(rights);
        items = List.copyOf(items);
    }

    ObjectNode entry() {
        return Json.object("id", id, "kind", "power-of-attorney", "name", "Någon", "rights", rights, "jointly", false);
    }
}
