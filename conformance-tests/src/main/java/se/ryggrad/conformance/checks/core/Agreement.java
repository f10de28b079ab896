package se.ryggrad.conformance.checks.core;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.conformance.contract.OpenApi;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.json.JsonFault;
import se.ryggrad.conformance.target.Target;
import se.ryggrad.conformance.wire.Exchange;
import se.ryggrad.conformance.wire.Octets;
import tools.jackson.databind.JsonNode;

/** Holds answers against the OpenAPI document of the standard. */
final class Agreement {

    private static final OpenApi CONTRACT = OpenApi.load();
    private static final Set<Integer> ANYWHERE = Set.of(405, 429, 500, 503);

    /** What the operations of an option begin with. */
    private static final Map<String, String> OPTIONS = Map.of(
            "PUT /services/{serviceId}", "catalogue-import",
            "POST /subscriptions", "webhooks",
            "PUT /overview-index", "overview-index");

    private final Target target;

    Agreement(Target target) {
        this.target = target;
    }

    /** Expects of each answer to an operation a status that is listed for it, in a media type that is listed for that. */
    void expectListed(Collection<Exchange> exchanges) {
        exchanges.forEach(exchange -> operation(exchange).ifPresent(operation -> {
            int status = exchange.response().status();
            Optional<OpenApi.Said> said = operation.said(status);
            if (said.isEmpty() && !ANYWHERE.contains(status) && !absent(operation, status)) {
                fail(exchange, "a status that is listed for " + operation.name(), "status " + status);
            }
            said.filter(s -> !bodiless(exchange) && !s.lists(mediaType(exchange)))
                    .ifPresent(s -> fail(
                            exchange,
                            "a body of a media type listed for " + status + " of " + operation.name(),
                            "'" + mediaType(exchange) + "'"));
        }));
    }

    /** Expects of each answer in JSON that it can be read and has the form that the operation gives for the status. */
    void expectReadable(Collection<Exchange> exchanges) {
        Set<List<Object>> judged = new HashSet<>();
        for (Exchange exchange : exchanges) {
            String type = mediaType(exchange);
            boolean json = type.equals("application/json") || type.endsWith("+json");
            boolean shown = json && !isHead(exchange) && exchange.response().status() != 304;
            if (shown && judged.add(List.of(name(exchange), exchange.response().status(), body(exchange)))) {
                expectReadable(exchange, type);
            }
        }
    }

    private void expectReadable(Exchange exchange, String type) {
        JsonNode value = read(exchange);
        operation(exchange)
                .flatMap(o -> o.said(exchange.response().status()))
                .map(s -> s.faults(type, value))
                .filter(faults -> !faults.isEmpty())
                .ifPresent(faults -> fail(
                        exchange,
                        "a body after the schema of " + name(exchange),
                        "its faults: " + String.join("; ", faults)));
    }

    private static JsonNode read(Exchange exchange) {
        try {
            return Json.read(exchange.response().body().bytes());
        } catch (JsonFault fault) {
            throw new ConformanceFailure(
                    new Finding("a body of whole and strict JSON", "" + fault.getMessage(), null, exchange, null));
        }
    }

    /** Returns the operation behind an exchange with the system under test, if the standard has it. */
    private Optional<OpenApi.Operation> operation(Exchange exchange) {
        String url = exchange.request().url();
        String base = target.base().toString();
        if (!url.startsWith(base)) {
            return Optional.empty();
        }
        String path = url.substring(base.length()).split("[?#]", 2)[0];
        return CONTRACT.operation(exchange.request().method(), path);
    }

    private String name(Exchange exchange) {
        return operation(exchange).map(OpenApi.Operation::name).orElse("");
    }

    /** Tells whether the answer says that an option is not offered. */
    private boolean absent(OpenApi.Operation operation, int status) {
        return status == 404
                && OPTIONS.entrySet().stream()
                        .filter(option -> operation.name().startsWith(option.getKey()))
                        .anyMatch(option -> !target.offers(option.getValue()).orElse(true));
    }

    private static boolean bodiless(Exchange exchange) {
        return Set.of(204, 304).contains(exchange.response().status()) || isHead(exchange);
    }

    private static boolean isHead(Exchange exchange) {
        return exchange.request().method().equals("HEAD");
    }

    private static Octets body(Exchange exchange) {
        return exchange.response().body();
    }

    private static String mediaType(Exchange exchange) {
        String value = exchange.response().value("Content-Type").orElse("");
        return value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static void fail(Exchange exchange, String expected, String actual) {
        throw new ConformanceFailure(new Finding(expected, actual, null, exchange, null));
    }
}
