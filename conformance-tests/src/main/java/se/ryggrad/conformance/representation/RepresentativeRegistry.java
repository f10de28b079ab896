package se.ryggrad.conformance.representation;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.json.JsonFault;
import tools.jackson.databind.node.ObjectNode;

/**
 * The registry of one run asked the other way round: who may represent somebody. It knows what {@link PeopleRegistry}
 * was told, and says of each representative more than its contract asks for, which nobody is to read.
 *
 * <p>What it does is set for each who is represented alone, and every question is kept under them. Safe for many threads.
 */
public final class RepresentativeRegistry {

    private static final String SEARCHES = "representatives/searches";
    private static final String ELSEWHERE = "representatives/elsewhere";
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{10,12}(?![0-9])");

    private final String url;
    private final ConcurrentMap<String, List<Representation>> named;
    private final ConcurrentMap<String, Script> scripts = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, List<Lookup>> lookups = new ConcurrentHashMap<>();

    RepresentativeRegistry(String url, ConcurrentMap<String, List<Representation>> named) {
        this.url = url;
        this.named = named;
    }

    /** Changes what it does when it is asked who represents somebody. */
    public void does(Represented represented, Conduct conduct) {
        Optional.ofNullable(scripts.put(represented.value(), new Script(conduct)))
                .ifPresent(Script::end);
    }

    /** Returns the questions about who represents somebody so far, in order. */
    public List<Lookup> lookups(Represented represented) {
        return List.copyOf(lookups.getOrDefault(represented.value(), List.of()));
    }

    /** Returns what it says of whoever an entry names beyond its contract, and its own reference. */
    public static List<String> secrets(Representation entry) {
        return List.of(entry.reference(), name(entry), address(entry), mail(entry));
    }

    void answer(HttpExchange exchange, String below, String body) throws IOException {
        String asked = asked(exchange, body);
        String good = good(asked);
        if (below.equals(SEARCHES)) {
            lookups.computeIfAbsent(asked, a -> new CopyOnWriteArrayList<>()).add(Lookup.of(exchange, body));
            scripts.getOrDefault(asked, new Script(Conduct.ANSWERS)).play(exchange, good, url + "/" + ELSEWHERE);
        } else {
            Script.write(exchange, below.equals(ELSEWHERE) ? 200 : 404, below.equals(ELSEWHERE) ? good : "{}");
        }
    }

    private String good(String represented) {
        List<ObjectNode> all = new ArrayList<>();
        for (Map.Entry<String, List<Representation>> each : named.entrySet()) {
            each.getValue().stream()
                    .filter(entry -> entry.represented().equals(represented))
                    .forEach(entry -> all.add(turned(entry, each.getKey())));
        }
        return Json.write(Json.object("representatives", Json.array(all.toArray())));
    }

    private static ObjectNode turned(Representation entry, String representative) {
        ObjectNode turned = entry.entry().deepCopy();
        turned.remove("represented");
        String scheme = representative.charAt(6) < '4' ? "personnummer" : "samordningsnummer";
        ObjectNode who = Json.object("scheme", scheme, "value", representative, "name", name(entry));
        return turned.put("address", address(entry)).put("mail", mail(entry)).set("representative", who);
    }

    private static String name(Representation entry) {
        return "Kanarie " + word(entry);
    }

    private static String address(Representation entry) {
        return "Kanariegatan " + word(entry);
    }

    private static String mail(Representation entry) {
        return word(entry) + "@kanarie.example";
    }

    private static String word(Representation entry) {
        return "k" + Integer.toHexString(entry.reference().hashCode());
    }

    /** A system that asks in another way than it should is answered all the same, and judged for how it asked. */
    private static String asked(HttpExchange exchange, String body) {
        try {
            String value = Json.read(body).path("represented").path("value").asString("");
            if (!value.isEmpty()) {
                return value;
            }
        } catch (JsonFault unreadable) {
            return inAddress(exchange);
        }
        return inAddress(exchange);
    }

    private static String inAddress(HttpExchange exchange) {
        Matcher matcher = NUMBER.matcher(exchange.getRequestURI().toString());
        return matcher.find() ? matcher.group() : "";
    }
}
