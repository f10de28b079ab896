package se.ryggrad.core.messaging.channel;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.messaging.channel.ChannelDescription;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.MessageKind;

/** Plays a channel over HTTP that gives one answer to everything, and keeps what it is asked. */
final class PlayedChannel implements AutoCloseable {

    private static final ChannelDescription DESCRIPTION = new ChannelDescription(
            new ChannelId("post"),
            Set.of(MessageKind.LETTER),
            new LocalizedText("Posten", "The post"),
            Optional.empty(),
            Optional.empty());

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    PlayedChannel(int status, String body) throws IOException {
        this(status, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8), Duration.ZERO);
    }

    PlayedChannel(int status, Map<String, String> headers, byte[] body, Duration after) throws IOException {
        this(exchange -> {
            pause(after);
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }

    private PlayedChannel(HttpHandler answers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            note(exchange);
            answers.handle(exchange);
        });
        server.setExecutor(threads);
        server.start();
    }

    /** Plays a channel that reaches nobody and refuses what it is given. */
    static PlayedChannel refusing() throws IOException {
        return new PlayedChannel(exchange -> {
            boolean asked = exchange.getRequestURI().getPath().endsWith("/reachability");
            byte[] body = "{\"reachable\": false, \"reason\": \"no-mailbox\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(asked ? 200 : 422, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }

    /** Plays a channel whose answers break off after a few octets, {@code after} a time. */
    static PlayedChannel breakingOff(int status, Duration after) throws IOException {
        return new PlayedChannel(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(status, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            pause(after);
            exchange.close();
        });
    }

    /** Returns the channel as it is called, each call for {@code deadline} at the most. */
    HttpMessageChannel channel(Duration deadline) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/channels/post");
        return new HttpMessageChannel(DESCRIPTION, new ChannelAddress(url, Optional.of("secret")), deadline);
    }

    /** Returns address, headers of the contract and content of each call. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void note(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(String.join(
                " ",
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                exchange.getRequestHeaders().getFirst("traceparent"),
                exchange.getRequestHeaders().getFirst("Authorization"),
                body));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
