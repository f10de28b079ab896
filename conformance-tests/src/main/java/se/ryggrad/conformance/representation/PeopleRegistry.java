package se.ryggrad.conformance.representation;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.json.JsonFault;

/**
 * The registry of one run, which says whom somebody may represent; {@link #representatives} says who may represent
 * somebody, and {@link #persons} whose data is protected.
 *
 * <p>What it says is set for each representative alone, so that checks at the same time do not meet, and every question
 * is kept under whoever it is about. Knows nobody whom it was not told of. Safe for many threads.
 */
public final class PeopleRegistry {

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");
    private static final String SEARCHES = "representations/searches";
    private static final String ELSEWHERE = "representations/elsewhere";

    private final String url;
    private final PersonRegistry persons;
    private final RepresentativeRegistry representatives;
    private final ConcurrentMap<String, List<Representation>> named = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Script> scripts = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, List<Lookup>> lookups = new ConcurrentHashMap<>();

    /** Creates the registry that a system finds at an address. */
    public PeopleRegistry(String url) {
        this.url = url;
        this.persons = new PersonRegistry(url);
        this.representatives = new RepresentativeRegistry(url, named);
    }

    /** Returns the address that a system is set to. */
    public String url() {
        return url;
    }

    /** Returns the address that a system asks. */
    public String searches() {
        return url + "/" + SEARCHES;
    }

    /** Returns what says whose personal data is protected, at the same address. */
    public PersonRegistry persons() {
        return persons;
    }

    /** Returns what says who may represent somebody, at the same address. */
    public RepresentativeRegistry representatives() {
        return representatives;
    }

    /** Names whom somebody may represent, in place of what was named before. */
    public void names(String representative, List<Representation> entries) {
        named.put(representative, List.copyOf(entries));
        does(representative, Conduct.ANSWERS);
    }

    /** Changes what it does when it is asked about somebody, whom it goes on to know the same of. */
    public void does(String representative, Conduct conduct) {
        Optional.ofNullable(scripts.put(representative, new Script(conduct))).ifPresent(Script::end);
    }

    /** Returns the questions about somebody so far, in order. */
    public List<Lookup> lookups(String representative) {
        return List.copyOf(lookups.getOrDefault(representative, List.of()));
    }

    /** Answers a question to a path below the address. */
    public void answer(HttpExchange exchange, String below) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String representative = representative(exchange, body);
        String good = good(representative);
        if (below.startsWith("persons/")) {
            persons.answer(exchange, below, body);
        } else if (below.startsWith("representatives/")) {
            representatives.answer(exchange, below, body);
        } else if (below.equals(SEARCHES)) {
            lookups.computeIfAbsent(representative, r -> new CopyOnWriteArrayList<>())
                    .add(Lookup.of(exchange, body));
            scripts.getOrDefault(representative, new Script(Conduct.ANSWERS))
                    .play(exchange, good, url + "/" + ELSEWHERE);
        } else {
            Script.write(exchange, below.equals(ELSEWHERE) ? 200 : 404, below.equals(ELSEWHERE) ? good : "{}");
        }
    }

    private String good(String representative) {
        Object[] all = named.getOrDefault(representative, List.of()).stream()
                .map(Representation::entry)
                .toArray();
        return Json.write(Json.object("representations", Json.array(all)));
    }

    /** A system that asks in another way than it should is answered all the same, and judged for how it asked. */
    private static String representative(HttpExchange exchange, String body) {
        String named = inBody(body);
        Matcher matcher = NUMBER.matcher(exchange.getRequestURI().toString());
        return named.isEmpty() && matcher.find() ? matcher.group() : named;
    }

    private static String inBody(String body) {
        try {
            return Json.read(body).path("representative").path("value").asString("");
        } catch (JsonFault unreadable) {
            return "";
        }
    }
}
