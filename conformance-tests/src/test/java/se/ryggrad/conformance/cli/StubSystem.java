package se.ryggrad.conformance.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Just enough of a system for the doctor to find it healthy, and for two requirements to be judged. */
public final class StubSystem implements AutoCloseable {

    private final HttpServer server;
    private final String scheme;
    private final ObjectNode capabilities;
    private final List<String> services = new ArrayList<>(Services.ids());
    private final Map<String, ObjectNode> definitions = new HashMap<>();
    private final Map<String, Integer> statuses = new HashMap<>();
    private final Map<String, List<String>> reach = new HashMap<>(Map.of(
            "suite-system", List.of("conformance-a", "conformance-b"), "suite-system-b", List.of("conformance-b")));
    private final String registry;
    private boolean groupsRead = true;
    private boolean registryAsked = true;

    /** Starts a system that trusts the counterparties at a host and port. */
    public StubSystem(String counterparty) throws IOException {
        this(counterparty, Optional.empty());
    }

    /** Starts a system that speaks TLS where a context is given. */
    public StubSystem(String counterparty, Optional<SSLContext> tls) throws IOException {
        registry = "http://" + counterparty + "/1/registry/representations/searches";
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        if (tls.isPresent()) {
            HttpsServer secure = HttpsServer.create(address, 0);
            secure.setHttpsConfigurator(new HttpsConfigurator(tls.get()));
            server = secure;
            scheme = "https";
        } else {
            server = HttpServer.create(address, 0);
            scheme = "http";
        }
        capabilities = Json.object(
                "standard",
                "1.0-draft",
                "environment",
                "test",
                "baseUrl",
                base(),
                "organisationNumber",
                "2120002759",
                "authorities",
                Json.array(authority("conformance-a", "unit-a", "unit-a2"), authority("conformance-b", "unit-b")),
                "issuers",
                Json.array(
                        issuer(counterparty, "person"),
                        issuer(counterparty, "officer"),
                        issuer(counterparty, "system")));
        server.createContext("/", this::answer);
        server.start();
    }

    /** Returns the base URL. */
    public String base() {
        return String.format(
                Locale.ROOT, "%s://127.0.0.1:%d/v1", scheme, server.getAddress().getPort());
    }

    /** States something else in its capabilities. */
    public StubSystem stating(String name, Object value) {
        capabilities.set(name, Json.value(value));
        return this;
    }

    /** Leaves a service out. */
    public StubSystem without(Services service) {
        services.remove(service.id());
        return this;
    }

    /** Publishes a service with other content. */
    public StubSystem publishing(Services service, ObjectNode definition) {
        definitions.put("/services/" + service.id(), definition);
        return this;
    }

    /** Answers a path with another status. */
    public StubSystem answering(String path, int status) {
        statuses.put(path, status);
        return this;
    }

    /** Does not read the groups of officers. */
    public StubSystem blindToGroups() {
        groupsRead = false;
        return this;
    }

    /** Does not ask whom somebody may represent. */
    public StubSystem deafToTheRegistry() {
        registryAsked = false;
        return this;
    }

    /** Lets a client reach other authorities. */
    public StubSystem reaching(String client, String... authorities) {
        reach.put(client, List.of(authorities));
        return this;
    }

    /** Describes an authority as capabilities do. */
    public static ObjectNode authority(String id, String... units) {
        ObjectNode[] listed =
                List.of(units).stream().map(unit -> Json.object("id", unit)).toArray(ObjectNode[]::new);
        return Json.object("id", id, "name", id, "units", Json.array((Object[]) listed));
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
            case "/me" -> me(exchange.getRequestHeaders().getFirst("Authorization"));
            case "/me/representations" ->
                representations(exchange.getRequestHeaders().getFirst("Authorization"));
            case "/api-info" -> info();
            default -> definitions.getOrDefault(path, Json.object());
        };
        byte[] octets = Json.write(body).getBytes(StandardCharsets.UTF_8);
        int known = exchange.getRequestURI().getPath().startsWith("/v1") ? 200 : 404;
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(statuses.getOrDefault(path, known), octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    private ObjectNode me(String authorization) {
        JsonNode claims = claims(authorization);
        String kind = claims.path("iss").asString().replaceAll(".*/", "");
        ObjectNode me = Json.object("kind", kind);
        if (kind.equals("officer")) {
            me.set("groups", Json.array(groupsRead ? groups(claims) : new Object[0]));
        } else if (kind.equals("system")) {
            me.set(
                    "authorities",
                    Json.array(reach.getOrDefault(claims.path("client_id").asString(), List.of())
                            .toArray()));
        }
        return me;
    }

    private static JsonNode claims(String authorization) {
        String payload = authorization.split("\\.", -1)[1];
        return Json.read(Base64.getUrlDecoder().decode(payload));
    }

    private ObjectNode representations(String authorization) throws IOException {
        String number = claims(authorization).path(People.PERSONNUMMER).asString();
        JsonNode body = Json.object("representative", Json.object("scheme", "personnummer", "value", number));
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry))
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build();
        if (!registryAsked) {
            return Json.object("items", Json.array());
        }
        try {
            byte[] answer = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            Object[] names = Json.read(answer)
                    .path("representations")
                    .valueStream()
                    .map(entry -> Json.object("name", entry.at("/represented/name")))
                    .toArray();
            return Json.object("items", Json.array(names));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static Object[] groups(JsonNode claims) {
        return claims.path("groups")
                .valueStream()
                .map(group -> group.asString().split("@", -1))
                .map(parts -> Json.object("group", parts[0], "authority", parts[1]))
                .toArray();
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
