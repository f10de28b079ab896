package se.ryggrad.conformance.representation;

import com.sun.net.httpserver.HttpExchange;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A question that a counterparty of the suite was asked.
 *
 * @param method the method
 * @param target path and query as they were sent
 * @param headers the headers, names in lower case
 * @param body the body as text
 */
public record Lookup(String method, String target, Map<String, List<String>> headers, String body) {

    /** Copies the headers. */
    public Lookup {
        headers = Map.copyOf(headers);
    }

    /** Keeps what an exchange asks. */
    public static Lookup of(HttpExchange exchange, String body) {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return new Lookup(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
    }

    /** Returns the values of a header, empty if it was not sent. */
    public List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }

    @Override
    public String toString() {
        return "[" + method + " to a counterparty]";
    }
}
