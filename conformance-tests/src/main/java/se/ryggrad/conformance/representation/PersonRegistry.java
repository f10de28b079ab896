package se.ryggrad.conformance.representation;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.json.JsonFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The registry of persons of one run, which says whose personal data is protected: nobody's, until it is told so.
 *
 * <p>What it says and does is set for each person alone, so that checks at the same time do not meet; a question about
 * several people goes wrong when it would for one of them. Every question is kept under each person that it is about.
 * Safe for many threads.
 */
public final class PersonRegistry {

    private static final String SEARCHES = "persons/searches";
    private static final String ELSEWHERE = "persons/elsewhere";

    private final String url;
    private final ConcurrentMap<String, String> protections = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Script> scripts = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, List<Lookup>> lookups = new ConcurrentHashMap<>();

    PersonRegistry(String url) {
        this.url = url;
    }

    /** Says from now on that somebody has a protection, known to the standard or not. */
    public void protects(String person, String protection) {
        protections.put(person, protection);
    }

    /** Says from now on that somebody has no protection. */
    public void frees(String person) {
        protections.remove(person);
    }

    /** Changes what it does when it is asked about somebody, alone or among others. */
    public void does(String person, Conduct conduct) {
        Optional.ofNullable(scripts.put(person, new Script(conduct))).ifPresent(Script::end);
    }

    /** Returns the questions about somebody so far, in order. */
    public List<Lookup> lookups(String person) {
        return List.copyOf(lookups.getOrDefault(person, List.of()));
    }

    void answer(HttpExchange exchange, String below, String body) throws IOException {
        List<JsonNode> asked = asked(body);
        String good = good(asked);
        if (below.equals(SEARCHES)) {
            Lookup lookup = Lookup.of(exchange, body);
            asked.forEach(person -> lookups.computeIfAbsent(value(person), p -> new CopyOnWriteArrayList<>())
                    .add(lookup));
            script(asked).play(exchange, good, url + "/" + ELSEWHERE);
        } else {
            Script.write(exchange, below.equals(ELSEWHERE) ? 200 : 404, below.equals(ELSEWHERE) ? good : "{}");
        }
    }

    private Script script(List<JsonNode> asked) {
        return asked.stream()
                .flatMap(person -> Optional.ofNullable(scripts.get(value(person))).stream())
                .filter(script -> script.conduct() != Conduct.ANSWERS)
                .findFirst()
                .orElseGet(() -> new Script(Conduct.ANSWERS));
    }

    /** Names those who have a protection, and now and then somebody who has none: both mean the same. */
    private String good(List<JsonNode> asked) {
        ArrayNode persons = Json.array();
        boolean bare = false;
        for (JsonNode person : asked) {
            String protection = protections.getOrDefault(value(person), "");
            JsonNode scheme = Json.value(person.path("scheme").asString(""));
            if (!protection.isEmpty()) {
                persons.add(Json.object("scheme", scheme, "value", value(person), "protection", protection));
            } else if (!bare) {
                bare = true;
                persons.add(Json.object("scheme", scheme, "value", value(person), "note", "x"));
            }
        }
        return Json.write(Json.object("persons", persons));
    }

    private static List<JsonNode> asked(String body) {
        try {
            return Json.read(body).path("persons").valueStream().toList();
        } catch (JsonFault unreadable) {
            return List.of();
        }
    }

    private static String value(JsonNode person) {
        return person.path("value").asString("");
    }
}
