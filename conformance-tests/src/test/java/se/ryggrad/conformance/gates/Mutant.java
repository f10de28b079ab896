package se.ryggrad.conformance.gates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.twin.Fault;
import tools.jackson.databind.JsonNode;

/**
 * One entry of the index of mutants.
 *
 * @param id its id
 * @param requirement the requirement that it breaks
 * @param fault what is wrong with it, in one sentence
 * @param alsoFails the requirements that cannot but fail with it
 * @param stray whether it shows only where the checks of other requirements happen to go
 * @param broad whether so much stands on what it breaks that more than three other requirements fail with it; its
 *     requirement has a mutant that is not
 */
record Mutant(String id, String requirement, String fault, Set<String> alsoFails, boolean stray, boolean broad) {

    private static final String INDEX = "/se/ryggrad/conformance/mutants.json";

    /** Returns all mutants of the index. */
    static List<Mutant> all() {
        try (InputStream in = Objects.requireNonNull(Mutant.class.getResourceAsStream(INDEX))) {
            return Json.read(in.readAllBytes()).valueStream().map(Mutant::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mutant read(JsonNode node) {
        return new Mutant(
                node.path("id").asString(),
                node.path("requirement").asString(),
                node.path("fault").asString(),
                node.path("alsoFails").valueStream().map(JsonNode::asString).collect(Collectors.toSet()),
                node.path("stray").asBoolean(false),
                node.path("broad").asBoolean(false));
    }

    /** Returns the switch of the twin that makes this mutant. */
    Fault implementation() {
        return Fault.valueOf(id.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
