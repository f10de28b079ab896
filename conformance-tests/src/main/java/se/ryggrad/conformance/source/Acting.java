package se.ryggrad.conformance.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * For whom a person may act at a source, and what the source holds for them.
 *
 * @param name what a check calls the representation
 * @param rights its rights
 * @param items what is held for whom it is for
 */
public record Acting(String name, List<String> rights, List<ObjectNode> items) {

    /** Copies the lists. */
    public Acting {
        rights = List.copyOf(rights);
        items = List.copyOf(items);
    }

    /** Returns the id that a representation called {@code name} has at every played source. */
    public static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    ObjectNode entry() {
        return Json.object(
                "id", id(name), "kind", "power-of-attorney", "name", "Någon", "rights", rights, "jointly", false);
    }
}
