package se.ryggrad.conformance.representation;

import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person or an organisation as the registry knows it.
 *
 * @param scheme the scheme of the identity, such as {@code organisationsnummer}
 * @param value the identity; belongs to nobody
 * @param name the name in the registry
 */
public record Represented(String scheme, String value, String name) {

    /** Returns the same with another name. */
    public Represented named(String other) {
        return new Represented(scheme, value, other);
    }

    ObjectNode json() {
        return Json.object("scheme", scheme, "value", value, "name", name);
    }

    @Override
    public String toString() {
        return "[represented]";
    }
}
