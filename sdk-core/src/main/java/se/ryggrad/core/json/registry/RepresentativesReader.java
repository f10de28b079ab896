package se.ryggrad.core.json.registry;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.registry.RegisteredRepresentative;
import se.ryggrad.core.json.BodySchema;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonInput;
import se.ryggrad.core.json.JsonLimits;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;

/** Reads a registry's answer about who represents somebody, after the published schema: all of it or nothing (ID-070). */
public final class RepresentativesReader {

    private static final BodySchema SCHEMA = BodySchema.of(
            StandardFiles.json("schemas/registry-representatives.schema.json").json());
    private static final JsonInput INPUT =
            new JsonInput(new JsonLimits(RegistryReader.MOST_BYTES, JsonLimits.DEFAULT.depth()));

    private RepresentativesReader() {}

    /** Returns the representatives by known kinds in an answer, or nothing when it is not after the contract. */
    public static Optional<List<RegisteredRepresentative>> read(byte[] octets) {
        try {
            return read(INPUT.parse(octets).root());
        } catch (RyggradException noJson) {
            return Optional.empty();
        }
    }

    /** Returns the representatives by known kinds in {@code answer}, or nothing when it is not after the contract. */
    public static Optional<List<RegisteredRepresentative>> read(JsonTree answer) {
        return SCHEMA.faults(answer, "").isEmpty()
                ? RegistryReader.entries(answer, "representatives", RepresentativesReader::representative)
                : Optional.empty();
    }

    private static RegisteredRepresentative representative(JsonTree.ObjectNode entry, RepresentationKind kind) {
        return new RegisteredRepresentative(
                RegistryReader.text(entry, "id"),
                kind,
                RegistryReader.identity(entry.object("representative").orElseThrow()),
                RegistryReader.rights(entry),
                entry.member("jointly").flatMap(JsonTree::asTruth).orElse(false),
                entry.member("services").map(given -> RegistryReader.services(entry)),
                entry.text("from").flatMap(Formats::date),
                entry.text("until").flatMap(Formats::date));
    }
}
