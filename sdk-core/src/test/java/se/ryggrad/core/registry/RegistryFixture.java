package se.ryggrad.core.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Plays a registry over HTTP that answers, or does not, as a test asks of it. */
final class RegistryFixture implements AutoCloseable {

    static final String ISSUER = "https://issuer.example.se";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    RegistryFixture(HttpHandler handler) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/registry/representations/searches", handler);
        server.createContext("/registry/representatives/searches", handler);
        server.createContext("/registry/persons/searches", handler);
        server.setExecutor(threads);
        server.start();
    }

    HttpRegistry registry(Duration timeout, Optional<String> token) {
        return new HttpRegistry(address(timeout, token));
    }

    HttpPersonRegistry persons(Duration timeout, Optional<String> token) {
        return new HttpPersonRegistry(address(timeout, token));
    }

    private RegistryAddress address(Duration timeout, Optional<String> token) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/registry");
        return new RegistryAddress("population", url, Set.of(ISSUER), timeout, token);
    }

    static HttpHandler answering(int status, String contentType, String body) {
        return answering(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    static HttpHandler answering(int status, String contentType, byte[] body) {
        return exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.getResponseHeaders().add("Content-Type", contentType);
            exchange.sendResponseHeaders(status, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        };
    }

    /** Begins an answer and goes on with spaces, one after each pause, until nobody reads. */
    static void endlessly(HttpExchange exchange, int octets, Duration pause) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        byte[] spaces = " ".repeat(octets).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
                out.write(spaces);
                out.flush();
                Thread.sleep(pause.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
