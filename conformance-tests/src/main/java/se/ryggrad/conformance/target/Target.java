package se.ryggrad.conformance.target;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * The system under test as it presents itself.
 *
 * @param base the base URL, without a slash at its end
 * @param capabilities the answer of {@code /capabilities}; an empty object if there was none
 */
public record Target(URI base, JsonNode capabilities) {

    /** Creates a target of which nothing is known but where it is. */
    public static Target unknown(URI base) {
        return new Target(base, Json.object());
    }

    /** Returns the name that tokens must have as their audience: the base URL as the system itself states it. */
    public String audience() {
        return text("/baseUrl").orElse(base.toString());
    }

    /** Returns the organisation number of the principal, ten digits; zeros if it does not say. */
    public String organisationNumber() {
        return text("/organisationNumber").orElse("0000000000");
    }

    /** Tells whether it plays a role. A system that claims no role at all is held to every role. */
    public boolean plays(String role) {
        JsonNode roles = capabilities.path("roles");
        return !roles.isArray() || roles.values().contains(Json.value(role));
    }

    /** Tells whether it offers an option; empty if it does not say. */
    public Optional<Boolean> offers(String option) {
        return capabilities.path("options").values().stream()
                .filter(o -> o.path("id").asString("").equals(option))
                .map(o -> o.path("offered").asBoolean(false))
                .findFirst();
    }

    /** Returns a limit such as {@code jsonBytes}, or the given value if it does not state it. */
    public long limit(String name, long otherwise) {
        return capabilities.path("limits").path(name).asLong(otherwise);
    }

    /** Returns the environment that it says it is. */
    public Optional<String> environment() {
        return text("/environment");
    }

    /** Returns the addresses of the issuers that it trusts. */
    public List<String> issuers() {
        return capabilities.path("issuers").values().stream()
                .map(i -> i.path("issuer").asString(""))
                .toList();
    }

    /** Returns a text of its capabilities by JSON pointer. */
    public Optional<String> text(String pointer) {
        JsonNode node = capabilities.at(pointer);
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }
}
