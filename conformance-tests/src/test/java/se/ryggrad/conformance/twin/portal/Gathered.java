package se.ryggrad.conformance.twin.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.ryggrad.conformance.twin.TwinSettings.Source;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was gathered from a source.
 *
 * @param state what became of it
 * @param at when the items came, if any did
 * @param items the items as the portal shows them
 * @param more whether it has more
 */
public record Gathered(Source source, State state, Optional<Instant> at, List<ObjectNode> items, boolean more) {

    static Gathered nothing(Source source, State state) {
        return new Gathered(source, state, Optional.empty(), List.of(), false);
    }

    Gathered as(State other) {
        return new Gathered(source, other, at, items, more);
    }

    Gathered at(Instant moment) {
        return new Gathered(source, state, Optional.of(moment), items, more);
    }
}
