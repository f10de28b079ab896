package se.ryggrad.conformance.gates;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server without anything behind it: it answers every request in one way. */
final class HollowServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Kind kind;

    /** The ways to answer. */
    enum Kind {
        EMPTY_OBJECT,
        UNAUTHORISED,
        NOT_FOUND,
        ECHO,
        CAPABILITIES_ONLY
    }

    private HollowServer(HttpServer server, Kind kind) {
        this.server = server;
        this.kind = kind;
    }

    /** Starts a server of a kind; capabilities are what it says of itself, where it says anything. */
    static HollowServer start(Kind kind, String capabilities) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var hollow = new HollowServer(HttpServer.create(address, 100), kind);
            hollow.server.setExecutor(hollow.threads);
            hollow.server.createContext("/", exchange -> hollow.answer(exchange, capabilities));
            hollow.server.start();
            return hollow;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the base URL. */
    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    private void answer(HttpExchange exchange, String capabilities) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            boolean asked = exchange.getRequestURI().getPath().endsWith("/capabilities");
            switch (kind) {
                case EMPTY_OBJECT -> write(exchange, 200, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
                case UNAUTHORISED -> problem(exchange, 401, "not-authenticated");
                case NOT_FOUND -> problem(exchange, 404, "not-found");
                case ECHO -> write(exchange, 200, "application/json", sent);
                case CAPABILITIES_ONLY -> {
                    if (asked) {
                        write(exchange, 200, "application/json", capabilities.getBytes(StandardCharsets.UTF_8));
                    } else {
                        problem(exchange, 404, "not-found");
                    }
                }
            }
        }
    }

    private static void problem(HttpExchange exchange, int status, String type) throws IOException {
        String body = "{\"type\":\"urn:ryggrad:problem:" + type + "\",\"title\":\"-\",\"status\":" + status
                + ",\"detail\":\"-\",\"instance\":\"urn:uuid:" + java.util.UUID.randomUUID()
                + "\",\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\"}";
        write(exchange, status, "application/problem+json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD") || body.length == 0) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
