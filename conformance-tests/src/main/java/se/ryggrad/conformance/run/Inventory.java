package se.ryggrad.conformance.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.registry.Requirements;

/**
 * What the suite holds: requirements, checks and mutants.
 *
 * @param requirements the registry
 * @param checks the checks
 * @param mutants the index of mutants: servers with one fault each, by which the suite itself is proven
 */
public record Inventory(Requirements requirements, CheckIndex checks, List<Mutant> mutants) {

    private static final String MUTANTS = "/se/ryggrad/conformance/mutants.json";

    /** Copies the mutants. */
    public Inventory {
        mutants = List.copyOf(mutants);
    }

    /** Reads everything from the class path. */
    public static Inventory load() {
        return new Inventory(Requirements.load(), CheckIndex.scan(), readMutants());
    }

    /** Returns the names of the checks of a requirement. */
    public List<String> checksOf(String requirement) {
        return checks.checksOf(requirement);
    }

    /** Returns the mutants of a requirement. */
    public List<Mutant> mutantsOf(String requirement) {
        return mutants.stream().filter(m -> m.requirement().equals(requirement)).toList();
    }

    private static List<Mutant> readMutants() {
        try (InputStream in = Inventory.class.getResourceAsStream(MUTANTS)) {
            return in == null
                    ? List.of()
                    : Json.read(in.readAllBytes()).values().stream()
                            .map(m -> new Mutant(
                                    m.path("id").asString(),
                                    m.path("requirement").asString(),
                                    m.path("fault").asString()))
                            .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /**
     * A server with one fault.
     *
     * @param id its id
     * @param requirement the requirement that it breaks
     * @param fault what is wrong with it, in English
     */
    public record Mutant(String id, String requirement, String fault) {}
}
