package se.ryggrad.conformance.twin.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Describes one operation: where it lies, who may call it, what it reads and what it gives.
 *
 * @param template the path with places in braces
 * @param access who may call
 * @param body what the request carries
 * @param query the parameters that it knows
 * @param produces the media types that it gives beside JSON
 * @param handler what it does
 */
public record Route(
        String method,
        String template,
        Access access,
        Body body,
        Set<String> query,
        Set<String> produces,
        Function<Call, Answer> handler) {

    /** What a request carries. */
    public enum Body {
        NONE,
        JSON,
        RAW
    }

    /** Returns an operation that reads. */
    public static Route get(String template, Access access, Function<Call, Answer> handler, String... query) {
        return new Route("GET", template, access, Body.NONE, Set.of(query), Set.of(), handler);
    }

    /** Returns an operation that takes JSON. */
    public static Route post(String template, Access access, Function<Call, Answer> handler, String... query) {
        return new Route("POST", template, access, Body.JSON, Set.of(query), Set.of(), handler);
    }

    /** Returns the operation with another method. */
    public Route with(String otherMethod) {
        return new Route(otherMethod, template, access, body, query, produces, handler);
    }

    /** Returns the operation with another kind of body. */
    public Route with(Body other) {
        return new Route(method, template, access, other, query, produces, handler);
    }

    /** Returns the operation with what it gives beside JSON. */
    public Route producing(String... types) {
        return new Route(method, template, access, body, query, Set.of(types), handler);
    }

    /** Returns what the places hold when the path fits. */
    public Optional<Map<String, String>> match(String path) {
        String[] pattern = template.split("/", -1);
        String[] actual = path.split("/", -1);
        if (pattern.length != actual.length) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i].startsWith("{") && !actual[i].isEmpty()) {
                values.put(pattern[i].substring(1, pattern[i].length() - 1), actual[i]);
            } else if (!pattern[i].equals(actual[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
