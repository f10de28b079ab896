package se.ryggrad.conformance.receiver;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.json.JsonFault;
import se.ryggrad.conformance.wire.Octets;
import tools.jackson.databind.JsonNode;

/**
 * A call that a receiver got.
 *
 * @param at when, as {@link System#nanoTime()}
 * @param method the method
 * @param headers the headers, names in lower case
 * @param body the octets of the body
 * @param json the body as JSON; an empty object if it is none
 */
public record Arrived(long at, String method, Map<String, List<String>> headers, Octets body, JsonNode json) {

    /** The type of a challenge. */
    public static final String CHALLENGE = "se.ryggrad.subscription.challenge.v1";

    /** Copies the headers. */
    public Arrived {
        headers = Map.copyOf(headers);
    }

    static Arrived of(HttpExchange exchange) throws IOException {
        long at = System.nanoTime();
        Octets body = Octets.of(exchange.getRequestBody().readAllBytes());
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return new Arrived(at, exchange.getRequestMethod(), headers, body, read(body));
    }

    private static JsonNode read(Octets body) {
        try {
            return Json.read(body.bytes());
        } catch (JsonFault unreadable) {
            return Json.object();
        }
    }

    /** Tells whether it is a challenge. */
    public boolean isChallenge() {
        return text("type").equals(CHALLENGE);
    }

    /** Tells whether it is an event of a case. */
    public boolean isOf(String caseId) {
        return text("subject").equals(caseId);
    }

    /** Returns the id of what is sent. */
    public String id() {
        return header("webhook-id");
    }

    /** Returns a text of the body, empty if it is not there. */
    public String text(String member) {
        return json.path(member).asString("");
    }

    /** Returns the values of a header on one line. */
    public String header(String name) {
        return String.join(",", headers.getOrDefault(name, List.of()));
    }

    @Override
    public String toString() {
        return "[" + text("type") + " " + id() + "]";
    }
}
