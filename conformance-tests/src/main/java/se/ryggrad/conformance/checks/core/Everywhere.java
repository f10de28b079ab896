package se.ryggrad.conformance.checks.core;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.json.JsonFault;
import se.ryggrad.conformance.wire.Exchange;
import tools.jackson.databind.JsonNode;

/** Searches the JSON of an answer through. */
final class Everywhere {

    private Everywhere() {}

    /** Returns the pointer of the first value that the predicate tells of; none if the answer is no JSON. */
    static Optional<String> inJson(Exchange exchange, Predicate<JsonNode> predicate) {
        String type = exchange.response().value("Content-Type").orElse("");
        if (!type.contains("json")) {
            return Optional.empty();
        }
        try {
            return search(Json.read(exchange.response().body().bytes()), "", predicate);
        } catch (JsonFault unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> search(JsonNode node, String pointer, Predicate<JsonNode> predicate) {
        if (predicate.test(node)) {
            return Optional.of(pointer);
        }
        List<String> names = node.isObject() ? List.copyOf(node.propertyNames()) : List.of();
        for (String name : names) {
            String below = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            Optional<String> found = search(node.path(name), below, predicate);
            if (found.isPresent()) {
                return found;
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            Optional<String> found = search(node.path(i), pointer + "/" + i, predicate);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
