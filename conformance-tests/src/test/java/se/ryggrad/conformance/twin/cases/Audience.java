package se.ryggrad.conformance.twin.cases;

import tools.jackson.databind.node.ObjectNode;

/** Tells which parties a part of a case is for. */
public final class Audience {

    private Audience() {}

    /** Returns whether a part is for a party. */
    public static boolean includes(ObjectNode part, String party) {
        var audience = part.path("audience");
        return switch (audience.path("to").asString("all-parties")) {
            case "officers" -> false;
            case "parties" ->
                audience.path("parties")
                        .valueStream()
                        .anyMatch(p -> p.asString("").equals(party));
            default -> true;
        };
    }
}
