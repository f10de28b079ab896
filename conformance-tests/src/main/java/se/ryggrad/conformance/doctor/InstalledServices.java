package se.ryggrad.conformance.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.JsonNode;

/** Examines whether the conformance services are in the catalogue, with the content that the standard gives them. */
record InstalledServices(Http http) {

    private static final String FOLDER = "/se/ryggrad/standard/services/";
    private static final List<String> MEMBERS =
            List.of("form", "attachments", "assurance", "registration", "decision", "completion", "track");

    void examine() {
        Set<String> offered = offered();
        List<String> missing =
                Services.ids().stream().filter(id -> !offered.contains(id)).toList();
        if (!missing.isEmpty()) {
            throw Obstacle.of("trouble.services", Blame.CONFIGURATION, String.join(", ", missing));
        }
        Services.ids().forEach(this::compare);
    }

    private Set<String> offered() {
        List<JsonNode> services = new ArrayList<>();
        String next = "/services?limit=100";
        for (int page = 1; page < 50 && !next.isEmpty(); page++) {
            Answer answer = readable(next);
            services.addAll(answer.json().path("items").values());
            next = answer.header("Link").isPresent() ? "/services?limit=100&page=" + (page + 1) : "";
        }
        return services.stream().map(s -> s.path("id").asString("")).collect(Collectors.toSet());
    }

    private Answer readable(String path) {
        Answer answer = http.get(path).send();
        if (answer.status() != 200) {
            throw Obstacle.of("trouble.catalogue", Blame.SYSTEM, answer.status());
        }
        return answer;
    }

    /** What is published under an id and a version never changes, so a long-lived database may hold an older draft. */
    private void compare(String id) {
        JsonNode installed = readable("/services/" + id).json();
        JsonNode standard = standard(id);
        for (String member : MEMBERS) {
            if (installed.has(member) && !installed.path(member).equals(standard.path(member))) {
                throw Obstacle.of("trouble.service-content", Blame.DATA, id, member);
            }
        }
    }

    private static JsonNode standard(String id) {
        String name = FOLDER + id + ".json";
        try (InputStream in = Objects.requireNonNull(InstalledServices.class.getResourceAsStream(name), name)) {
            return Json.read(in.readAllBytes());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
