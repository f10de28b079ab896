package se.ryggrad.core.json.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.api.registry.RegisteredRepresentation;
import se.ryggrad.core.json.BodySchema;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonInput;
import se.ryggrad.core.json.JsonLimits;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;

/** Reads a registry's answer after the published schema: all of it or nothing (ID-051, ID-055). */
public final class RegistryReader {

    /** The most octets of an answer. */
    public static final int MOST_BYTES = 1_000_000;

    private static final BodySchema SCHEMA = BodySchema.of(
            StandardFiles.json("schemas/registry-representations.schema.json").json());
    private static final JsonInput INPUT = new JsonInput(new JsonLimits(MOST_BYTES, JsonLimits.DEFAULT.depth()));

    private RegistryReader() {}

    /** Returns the representations of known kinds in an answer, or nothing when it is not after the contract. */
    public static Optional<List<RegisteredRepresentation>> read(byte[] octets) {
        try {
            return read(INPUT.parse(octets).root());
        } catch (RyggradException noJson) {
            return Optional.empty();
        }
    }

    /** Returns the representations of known kinds in {@code answer}, or nothing when it is not after the contract. */
    public static Optional<List<RegisteredRepresentation>> read(JsonTree answer) {
        if (!SCHEMA.faults(answer, "").isEmpty()) {
            return Optional.empty();
        }
        return entries(answer, "representations", RegistryReader::representation);
    }

    /**
     * Returns the entries of known kinds of a list that is after its schema, or nothing when two have one reference or one
     * names a number of nobody.
     */
    static <T> Optional<List<T>> entries(
            JsonTree answer, String list, BiFunction<JsonTree.ObjectNode, RepresentationKind, T> read) {
        List<JsonTree.ObjectNode> entries = answer.asObject().orElseThrow().items(list).stream()
                .flatMap(entry -> entry.asObject().stream())
                .toList();
        Set<String> references = new HashSet<>();
        if (!entries.stream().allMatch(entry -> references.add(text(entry, "id")))) {
            return Optional.empty();
        }
        try {
            return Optional.of(entries.stream()
                    .flatMap(entry ->
                            RepresentationKind.parse(text(entry, "kind")).map(kind -> read.apply(entry, kind)).stream())
                    .toList());
        } catch (IllegalArgumentException noIdentity) {
            return Optional.empty();
        }
    }

    private static RegisteredRepresentation representation(JsonTree.ObjectNode entry, RepresentationKind kind) {
        JsonTree.ObjectNode represented = entry.object("represented").orElseThrow();
        return new RegisteredRepresentation(
                text(entry, "id"),
                kind,
                identity(represented),
                text(represented, "name"),
                rights(entry),
                entry.member("jointly").flatMap(JsonTree::asTruth).orElse(false),
                entry.member("services").map(given -> services(entry)),
                entry.text("from").flatMap(Formats::date),
                entry.text("until").flatMap(Formats::date));
    }

    /** Returns the services that are named; a text that can name no service names none. */
    static Set<ServiceId> services(JsonTree.ObjectNode entry) {
        return entry.texts("services").stream()
                .filter(ServiceId::valid)
                .map(ServiceId::new)
                .collect(Collectors.toSet());
    }

    static Identity identity(JsonTree.ObjectNode who) {
        return new Identity(IdentityScheme.valueOf(text(who, "scheme").toUpperCase(Locale.ROOT)), text(who, "value"));
    }

    /** Returns the rights that are named; unknown ones are not counted. */
    static Set<RepresentationRight> rights(JsonTree.ObjectNode entry) {
        return entry.texts("rights").stream()
                .flatMap(right -> RepresentationRight.parse(right).stream())
                .collect(Collectors.toSet());
    }

    static String text(JsonTree.ObjectNode entry, String name) {
        return entry.text(name).orElseThrow();
    }
}
