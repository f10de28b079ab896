package se.ryggrad.conformance.representation;

import java.util.List;
import java.util.UUID;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry of the registry: whom somebody may represent, by which kind and how far.
 *
 * @param entry the entry as the registry gives it
 */
public record Representation(ObjectNode entry) {

    /** The rights that a representation may have. */
    public static final List<String> RIGHTS = List.of("read", "submit", "act", "receive");

    /** Copies the entry. */
    public Representation {
        entry = entry.deepCopy();
    }

    /** Returns an entry with every right and without bounds. */
    public static Representation of(String kind, Represented represented) {
        return new Representation(Json.object(
                "id", UUID.randomUUID().toString(), "kind", kind, "represented", represented.json(), "rights", RIGHTS));
    }

    /** Returns an entry of a power of attorney with every right and without bounds. */
    public static Representation of(Represented represented) {
        return of("power-of-attorney", represented);
    }

    /** Returns the same entry with other rights. */
    public Representation rights(String... rights) {
        return with("rights", List.of(rights));
    }

    /** Returns the same entry with a member; a value as in {@link Json#object}. */
    public Representation with(String member, Object value) {
        Representation changed = new Representation(entry);
        changed.entry.set(member, Json.value(value));
        return changed;
    }

    /** Returns the registry's own reference. */
    public String reference() {
        return entry.path("id").asString("");
    }

    /** Returns the number of whoever is represented. */
    String represented() {
        return entry.path("represented").path("value").asString("");
    }

    /** Returns the name of whoever is represented. */
    public String name() {
        return entry.path("represented").path("name").asString("");
    }

    @Override
    public String toString() {
        return "[representation]";
    }
}
