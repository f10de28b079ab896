package se.ryggrad.conformance.twin.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Reads the standard's resources, and its texts for people in Swedish and English. */
public final class Texts {

    private static final Map<String, String> RESOURCES = new ConcurrentHashMap<>();
    private static final Map<String, JsonNode> TEXTS = load();

    private Texts() {}

    private static Map<String, JsonNode> load() {
        var texts = new HashMap<String, JsonNode>();
        for (var problem : standard("problems").path("problems").values()) {
            String slug = problem.path("type").asString().substring("urn:ryggrad:problem:".length());
            texts.put("title/" + slug, problem.path("title"));
            texts.put("detail/" + slug, problem.path("when"));
        }
        for (var code : standard("codes").path("codes").values()) {
            texts.put("error/" + code.path("code").asString(), code.path("text"));
        }
        for (var event : standard("events").path("events").values()) {
            texts.put("event/" + event.path("name").asString(), event.path("title"));
        }
        for (var status : standard("lifecycle").path("statuses").values()) {
            texts.put("status/" + status.path("id").asString(), status.path("text"));
        }
        return texts;
    }

    /** Returns one of the standard's JSON resources. */
    public static JsonNode standard(String name) {
        return Json.read(resource("/se/ryggrad/standard/" + name + ".json"));
    }

    /** Returns a resource as text, read once: a twin starts for every mutant. */
    public static String resource(String path) {
        return RESOURCES.computeIfAbsent(path, Texts::read);
    }

    private static String read(String path) {
        try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a text of a group: title, detail, error, event or status. */
    public static String of(String group, String key, String language) {
        var text = TEXTS.get(group + "/" + key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + group + "/" + key);
        }
        return text.path(language).asString();
    }
}
