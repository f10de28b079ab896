package se.ryggrad.conformance.specification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The standard's data and chapters, read from the sources of the API module. */
final class Standard {

    private static final Path FOLDER =
            Path.of("..", "sdk-api", "src", "main", "resources", "se", "ryggrad", "standard");

    private static final List<String> ORDER = List.of(
            "core.md",
            "identity.md",
            "catalog.md",
            "cases.md",
            "documents.md",
            "handling.md",
            "events.md",
            "messages.md",
            "mina-sidor.md",
            "security.md");

    private final Map<String, JsonNode> requirements = new LinkedHashMap<>();

    Standard() {
        json("requirements")
                .path("requirements")
                .forEach(each -> requirements.put(each.path("id").asString(), each));
    }

    /** Returns the requirements by id, in the registry's order. */
    Map<String, JsonNode> requirements() {
        return requirements;
    }

    /** Returns the version of the standard. */
    String version() {
        return json("requirements").path("standard").asString();
    }

    JsonNode json(String name) {
        return JsonMapper.shared().readTree(read(FOLDER.resolve(name + ".json")));
    }

    JsonNode openapi() {
        return new YAMLMapper().readTree(read(FOLDER.resolve("openapi.yaml")));
    }

    /** Returns the chapters in reading order; one that has no place in it is an error. */
    List<Path> chapters(Language language) {
        try (Stream<Path> files = Files.list(FOLDER.resolve("chapters").resolve(language.tag()))) {
            return files.sorted(Comparator.comparingInt(Standard::place)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int place(Path chapter) {
        int place = ORDER.indexOf(String.valueOf(chapter.getFileName()));
        if (place < 0) {
            throw new IllegalStateException("Give " + chapter + " a place in the reading order");
        }
        return place;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
