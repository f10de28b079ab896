package se.ryggrad.conformance.source;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a source and the issuer of its tokens do for one person.
 *
 * @param behaviour what the source does
 * @param minting what the issuer does when a token for the source is asked for
 * @param items what the source holds; an item without {@code for} gets the subject of the token that the source was shown
 * @param more whether the source tells that it holds more
 * @param size how many octets its answer has, filled up with spaces; 0 for those that it takes
 * @param acting for whom the person may act there, in order
 */
public record Plan(
        Behaviour behaviour, Minting minting, List<ObjectNode> items, boolean more, int size, List<Acting> acting) {

    /** Copies the lists. */
    public Plan {
        items = List.copyOf(items);
        acting = List.copyOf(acting);
    }

    /** Plans a good answer with items. */
    public static Plan of(ObjectNode... items) {
        return of(List.of(items));
    }

    /** Plans a good answer with items. */
    public static Plan of(List<ObjectNode> items) {
        return new Plan(Behaviour.ANSWERS, Minting.GOOD, items, false, 0, List.of());
    }

    /** Returns the same plan with something else that the source does. */
    public Plan but(Behaviour other) {
        return new Plan(other, minting, items, more, size, acting);
    }

    /** Returns the same plan with something else that the issuer does. */
    public Plan but(Minting other) {
        return new Plan(behaviour, other, items, more, size, acting);
    }

    /** Returns the same plan with a word that there is more. */
    public Plan andMore() {
        return new Plan(behaviour, minting, items, true, size, acting);
    }

    /** Returns the same plan with an answer of so many octets. */
    public Plan sized(int octets) {
        return new Plan(behaviour, minting, items, more, octets, acting);
    }

    /** Returns the same plan with one more for whom the person may act. */
    public Plan acting(Acting one) {
        return new Plan(
                behaviour,
                minting,
                items,
                more,
                size,
                Stream.concat(acting.stream(), Stream.of(one)).toList());
    }
}
