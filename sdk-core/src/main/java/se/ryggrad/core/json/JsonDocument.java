package se.ryggrad.core.json;

import java.util.List;
import se.ryggrad.api.Fault;

/**
 * Holds a well-formed body and the numbers in it that are out of range.
 *
 * <p>Syntax is answered before anything else is looked at, values after everything else
 *; so these faults travel with the tree.
 *
 * @param root the value
 * @param faults numbers beyond ±(2^53 − 1), each at its pointer
 */
public record JsonDocument(JsonTree root, List<Fault> faults) {

    /** Copies the faults. */
    public JsonDocument {
        faults = List.copyOf(faults);
    }
}
