package se.ryggrad.core.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.ryggrad.api.registry.RepresentationRegistry;

/**
 * Holds the registries that a system asks.
 *
 * @param all all of them, each with a name of its own
 */
public record Registries(List<RepresentationRegistry> all) {

    /** Copies the list and rejects a name that two have. */
    public Registries {
        all = List.copyOf(all);
        Set<String> names = new HashSet<>();
        if (!all.stream().map(RepresentationRegistry::name).allMatch(names::add)) {
            throw new IllegalArgumentException("two registries have one name");
        }
    }
}
