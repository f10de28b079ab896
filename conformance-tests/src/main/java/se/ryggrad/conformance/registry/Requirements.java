package se.ryggrad.conformance.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * The registry of requirements, as it ships with the standard.
 *
 * @param standard the version of the standard
 * @param entries the requirements in the order of the registry
 */
public record Requirements(String standard, List<Entry> entries) {

    private static final String RESOURCE = "/se/ryggrad/standard/requirements.json";

    /** Copies the entries. */
    public Requirements {
        entries = List.copyOf(entries);
    }

    /** Reads the registry from the class path. */
    public static Requirements load() {
        try (InputStream in = Requirements.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no " + RESOURCE + " on the class path");
            }
            return read(Json.read(in.readAllBytes()));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Returns the requirement of that id. */
    public Optional<Entry> find(String id) {
        return entries.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /** Returns the requirements by id, in order. */
    public Map<String, Entry> byId() {
        Map<String, Entry> byId = new LinkedHashMap<>();
        entries.forEach(e -> byId.put(e.id(), e));
        return byId;
    }

    private static Requirements read(JsonNode root) {
        return new Requirements(
                root.path("standard").asString(),
                root.path("requirements").values().stream()
                        .map(Requirements::entry)
                        .toList());
    }

    private static Entry entry(JsonNode node) {
        JsonNode why = node.path("notTestable");
        return new Entry(
                node.path("id").asString(),
                Level.parse(node.path("level").asString()),
                node.path("role").asString(),
                Optional.of(node.path("option").asString("")).filter(o -> !o.isEmpty()),
                node.path("kind").asString(),
                node.path("source").asString(),
                bilingual(node.path("text")),
                why.isObject()
                        ? Optional.of(new Entry.NotTestable(
                                bilingual(why.path("reason")),
                                why.path("provenBy").asString()))
                        : Optional.empty());
    }

    private static Bilingual bilingual(JsonNode node) {
        return new Bilingual(node.path("sv").asString(), node.path("en").asString());
    }
}
