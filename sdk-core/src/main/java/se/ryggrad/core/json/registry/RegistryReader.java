package se.ryggrad.core.json.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
        List<JsonTree.ObjectNode> entries = answer.asObject().orElseThrow().items("representations").stream()
                .flatMap(entry -> entry.asObject().stream())
                .toList();
        Set<String> references = new HashSet<>();
        if (!entries.stream().allMatch(entry -> references.add(text(entry, "id")))) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    entries.stream().flatMap(entry -> known(entry).stream()).toList());
        } catch (IllegalArgumentException noIdentity) {
            return Optional.empty();
        }
    }

    private static Optional<RegisteredRepresentation> known(JsonTree.ObjectNode entry) {
        return RepresentationKind.parse(text(entry, "kind")).map(kind -> representation(entry, kind));
    }

    private static RegisteredRepresentation representation(JsonTree.ObjectNode entry, RepresentationKind kind) {
        JsonTree.ObjectNode represented = entry.object("represented").orElseThrow();
        return new RegisteredRepresentation(
                text(entry, "id"),
                kind,
                new Identity(
                        IdentityScheme.valueOf(text(represented, "scheme").toUpperCase(Locale.ROOT)),
                        text(represented, "value")),
                text(represented, "name"),
                entry.texts("rights").stream()
                        .flatMap(right -> RepresentationRight.parse(right).stream())
                        .collect(Collectors.toSet()),
                entry.member("jointly").flatMap(JsonTree::asTruth).orElse(false),
                entry.member("services").map(given -> services(entry)),
                entry.text("from").flatMap(Formats::date),
                entry.text("until").flatMap(Formats::date));
    }

    /** Returns the services that are named; a text that can name no service names none. */
    private static Set<ServiceId> services(JsonTree.ObjectNode entry) {
        return entry.texts("services").stream()
                .filter(ServiceId::valid)
                .map(ServiceId::new)
                .collect(Collectors.toSet());
    }

    private static String text(JsonTree.ObjectNode entry, String name) {
        return entry.text(name).orElseThrow();
    }
}
