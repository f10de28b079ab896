package se.ryggrad.standard;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the parts of the standard as they are shipped. */
final class Standard {

    private Standard() {}

    static JsonObject json(String name) {
        try (InputStream file = open(name);
                JsonReader reader = Json.createReader(file)) {
            return reader.readObject();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Returns the objects of the array {@code member} of a file. */
    static List<JsonObject> objects(String name, String member) {
        return json(name).getJsonArray(member).getValuesAs(JsonObject.class);
    }

    static List<String> strings(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }

    static JsonObject openApi() {
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setCodePointLimit(10_000_000)
                .build();
        try (InputStream file = open("openapi.yaml")) {
            return Json.createObjectBuilder((Map<String, ?>) tree(new Load(settings).loadFromInputStream(file)))
                    .build();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Returns the chapters of a language by name, in alphabetical order. */
    static Map<String, String> chapters(String language) {
        Map<String, String> chapters = new TreeMap<>();
        for (Path file : files("chapters/" + language)) {
            chapters.put(String.valueOf(file.getFileName()), text(file));
        }
        return chapters;
    }

    static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Returns the rows of a file of comma-separated values, without its headings. */
    static List<List<String>> rows(String name) {
        return text(folder(name))
                .lines()
                .skip(1)
                .map(row -> List.of(row.split(",", -1)))
                .toList();
    }

    static Path folder(String name) {
        URI place;
        try {
            place = Objects.requireNonNull(Standard.class.getResource(name), name)
                    .toURI();
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
        return Path.of(place);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> tree(Object loaded) {
        return (Map<String, ?>) loaded;
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Standard.class.getResourceAsStream(name), name);
    }
}
