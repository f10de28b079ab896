package se.ryggrad.conformance.twin.agreeing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ryggrad.conformance.twin.protection.Identity;

/**
 * Whom the registries name in a request as those who may represent others.
 *
 * @param found who represents each person or organisation about whom all of them have answered
 */
public record Named(Map<Identity, List<Representative>> found) {

    /** Copies what was found. */
    public Named {
        found = Map.copyOf(found);
    }

    /** Returns what is known when nobody was asked. */
    public static Named nobody() {
        return new Named(Map.of());
    }

    /** Returns who represents somebody, unless that is unknown. */
    public Optional<List<Representative>> of(Identity represented) {
        return Optional.ofNullable(found.get(represented));
    }
}
