package se.ryggrad.core.json.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.core.json.BodySchema;
import se.ryggrad.core.json.JsonInput;
import se.ryggrad.core.json.JsonLimits;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;

/** Names persons to a registry, and reads who of them is protected: the whole answer or nothing (ID-062, ID-065). */
public final class PersonsReader {

    private static final BodySchema SCHEMA = BodySchema.of(
            StandardFiles.json("schemas/registry-persons.schema.json").json());
    private static final JsonInput INPUT =
            new JsonInput(new JsonLimits(RegistryReader.MOST_BYTES, JsonLimits.DEFAULT.depth()));

    private PersonsReader() {}

    /** Returns {@code person} as a question names them. */
    public static JsonTree question(Identity person) {
        return JsonTree.object()
                .put("scheme", person.scheme().code())
                .put("value", person.value())
                .build();
    }

    /** Returns who of {@code asked} is protected, or nothing when the answer is not after the contract. */
    public static Optional<Map<Identity, Protection>> read(byte[] octets, Set<Identity> asked) {
        try {
            return read(INPUT.parse(octets).root(), asked);
        } catch (RyggradException noJson) {
            return Optional.empty();
        }
    }

    /** Returns who of {@code asked} is protected, or nothing when {@code answer} is not after the contract. */
    public static Optional<Map<Identity, Protection>> read(JsonTree answer, Set<Identity> asked) {
        if (!SCHEMA.faults(answer, "").isEmpty()) {
            return Optional.empty();
        }
        Map<Named, Identity> wanted = asked.stream().collect(Collectors.toMap(Named::of, Function.identity()));
        Map<Identity, Protection> found = new HashMap<>();
        answer.asObject().orElseThrow().items("persons").stream()
                .flatMap(entry -> entry.asObject().stream())
                .forEach(entry -> entry.text("protection")
                        .map(Protection::new)
                        .ifPresent(protection -> Optional.ofNullable(wanted.get(Named.of(entry)))
                                .ifPresent(person -> found.merge(person, protection, Protection::or))));
        return Optional.of(found);
    }

    /** Is a person as an entry names them, whether or not it is a number of anybody. */
    private record Named(String scheme, String value) {

        static Named of(Identity person) {
            return new Named(person.scheme().code(), person.value());
        }

        static Named of(JsonTree.ObjectNode entry) {
            return new Named(
                    entry.text("scheme").orElseThrow(), entry.text("value").orElseThrow());
        }
    }
}
