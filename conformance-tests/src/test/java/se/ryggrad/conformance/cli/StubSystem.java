package se.ryggrad.conformance.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Just enough of a system for the doctor to find it healthy, and for two requirements to be judged. */
final class StubSystem implements AutoCloseable {

    private final HttpServer server;
    private final ObjectNode capabilities;
    private final List<String> services = new ArrayList<>(Services.ids());

    StubSystem(String counterparty) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        capabilities = Json.object(
                "standard", "1.0-draft",
                "environment", "test",
                "baseUrl", base(),
                "organisationNumber", "2120002759",
                "issuers",
                        Json.array(
                                issuer(counterparty, "person"),
                                issuer(counterparty, "officer"),
                                issuer(counterparty, "system")));
        server.createContext("/", this::answer);
        server.start();
    }

    String base() {
        return String.format(
                Locale.ROOT, "http://127.0.0.1:%d/v1", server.getAddress().getPort());
    }

    StubSystem stating(String name, Object value) {
        capabilities.set(name, Json.value(value));
        return this;
    }

    StubSystem without(Services service) {
        services.remove(service.id());
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static ObjectNode issuer(String counterparty, String kind) {
        return Json.object("issuer", "http://" + counterparty + "/1/" + kind, "actors", Json.array(kind));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replace("/v1", "");
        ObjectNode body = switch (path) {
            case "/capabilities" -> capabilities;
            case "/services" ->
                Json.object(
                        "items",
                        Json.array(services.stream()
                                .map(id -> Json.object("id", id))
                                .toArray()));
            case "/me" -> Json.object("kind", "person");
            case "/api-info" -> info();
            default -> Json.object();
        };
        byte[] octets = Json.write(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(exchange.getRequestURI().getPath().startsWith("/v1") ? 200 : 404, octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    private static ObjectNode info() {
        return Json.object(
                "apiName", "stub",
                "apiVersion", "1",
                "apiReleased", "2026-11-23",
                "apiDocumentation", "https://example.se",
                "apiStatus", "active");
    }
}
