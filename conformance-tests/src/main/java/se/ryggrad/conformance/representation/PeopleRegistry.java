package se.ryggrad.conformance.representation;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.json.JsonFault;

/**
 * The registry of one run, which says whom somebody may represent.
 *
 * <p>What it says is set for each representative alone, so that checks at the same time do not meet, and every question
 * is kept under whoever it is about. Knows nobody whom it was not told of. Safe for many threads.
 */
public final class PeopleRegistry {

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");
    private static final String SEARCHES = "representations/searches";

    private final String url;
    private final ConcurrentMap<String, Script> scripts = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, List<Lookup>> lookups = new ConcurrentHashMap<>();

    /** Creates the registry that a system finds at an address. */
    public PeopleRegistry(String url) {
        this.url = url;
    }

    /** Returns the address that a system is set to. */
    public String url() {
        return url;
    }

    /** Returns the address that a system asks. */
    public String searches() {
        return url + "/" + SEARCHES;
    }

    /** Names whom somebody may represent, in place of what was named before. */
    public void names(String representative, List<Representation> entries) {
        set(representative, new Script(Conduct.ANSWERS, entries));
    }

    /** Changes what it does when it is asked about somebody, whom it goes on to know the same of. */
    public void does(String representative, Conduct conduct) {
        set(representative, new Script(conduct, script(representative).entries()));
    }

    /** Returns the questions about somebody so far, in order. */
    public List<Lookup> lookups(String representative) {
        return List.copyOf(lookups.getOrDefault(representative, List.of()));
    }

    /** Answers a question to a path below the address. */
    public void answer(HttpExchange exchange, String below) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String representative = representative(exchange, body);
        boolean asked = below.equals(SEARCHES);
        if (asked) {
            lookups.computeIfAbsent(representative, r -> new CopyOnWriteArrayList<>())
                    .add(lookup(exchange, body));
        }
        if (asked || below.equals(Script.ELSEWHERE)) {
            script(representative).play(exchange, asked, url);
        } else {
            Script.write(exchange, 404, "{}");
        }
    }

    private Script script(String representative) {
        return scripts.getOrDefault(representative, new Script(Conduct.ANSWERS, List.of()));
    }

    private void set(String representative, Script script) {
        Optional.ofNullable(scripts.put(representative, script)).ifPresent(Script::end);
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

    private static Lookup lookup(HttpExchange exchange, String body) {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return new Lookup(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
    }
}
