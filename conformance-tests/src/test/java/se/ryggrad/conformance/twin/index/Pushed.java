package se.ryggrad.conformance.twin.index;

import java.time.Instant;
import java.util.Map;
import se.ryggrad.conformance.twin.protection.Identity;
import tools.jackson.databind.node.ObjectNode;

/**
 * An item as a source pushed it; two are equal when their content is the same.
 *
 * @param owner whose own it is
 * @param assurance the lowest level at which it is shown, or none
 * @param representatives the last day of each kind that it is shown to, or empty for a kind without one
 * @param expiresAt when it ends by itself
 * @param content the members of the item that the standard names
 */
record Pushed(
        Identity owner, String assurance, Map<String, String> representatives, Instant expiresAt, ObjectNode content) {

    boolean hasEnded(Instant now) {
        return !expiresAt.isAfter(now);
    }

    @Override
    public String toString() {
        return "[pushed item]";
    }
}
