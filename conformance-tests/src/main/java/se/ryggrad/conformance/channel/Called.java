package se.ryggrad.conformance.channel;

import com.sun.net.httpserver.HttpExchange;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.json.JsonFault;
import tools.jackson.databind.JsonNode;

/**
 * A call that an operator got.
 *
 * @param asked what it was asked for
 * @param at when, as {@link System#nanoTime()}
 * @param method the method
 * @param target path and query as they were sent
 * @param headers the headers, names in lower case
 * @param body the body as text
 */
public record Called(
        Asked asked, long at, String method, String target, Map<String, List<String>> headers, String body) {

    /** Copies the headers. */
    public Called {
        headers = Map.copyOf(headers);
    }

    static Called of(Asked asked, HttpExchange exchange, String body) {
        long at = System.nanoTime();
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return new Called(
                asked, at, exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
    }

    /** Returns the body as JSON; an empty object if it is none. */
    public JsonNode json() {
        try {
            return Json.read(body);
        } catch (JsonFault unreadable) {
            return Json.object();
        }
    }

    /** Returns the delivery that it names, empty if it names none. */
    public String delivery() {
        return json().path("delivery").asString("");
    }

    /** Returns the values of a header on one line. */
    public String header(String name) {
        return String.join(",", headers.getOrDefault(name, List.of()));
    }

    @Override
    public String toString() {
        return "[" + method + " " + asked.path() + "]";
    }
}
