package se.ryggrad.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.twin.TwinServer;

/** Tests that a system reaches the suite by its public address, through a proxy, and not by where it listens. */
class PublicUrlTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final StringWriter out = new StringWriter();
    private String listen = "";

    @Test
    void theSystemFetchesKeysAtThePublicAddress() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listen = "127.0.0.1:" + free.getLocalPort();
        }
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/sviten", this::pass);
        proxy.start();
        String publicUrl = "http://127.0.0.1:" + proxy.getAddress().getPort() + "/sviten";
        PrintedSettings printed = PrintedSettings.of("--public-url", publicUrl);
        try (TwinServer twin = TwinServer.start(printed.forTwin())) {
            int exit = ConformanceCommand.execute(
                    new PrintWriter(out, true),
                    new PrintWriter(out, true),
                    "doctor",
                    "--lang=en",
                    "--listen=" + listen,
                    "--public-url=" + publicUrl,
                    "--target=" + twin.base("2581"));
            assertThat(exit).as(out.toString()).isZero();
        } finally {
            proxy.stop(0);
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/sviten".length());
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + listen + path))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(sent))
                    .build();
            byte[] body = client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
