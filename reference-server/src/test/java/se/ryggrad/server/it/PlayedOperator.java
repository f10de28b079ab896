package se.ryggrad.server.it;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import se.ryggrad.api.JsonText;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.JsonTree.ObjectNode;

/** Plays whoever runs the channels: answers as planned, and keeps every call. */
public final class PlayedOperator implements AutoCloseable {
    /** What the operator has given the server to call it with. */
    static final String TOKEN = "operator-token";

    /** The client that sends receipts. */
    static final String CLIENT = "operator";

    private static final String REACHABILITY = "reachability";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private volatile Function<Call, Reply> plan = PlayedOperator::taken;

    /** Begins to answer: everybody is reached, and everything delivered at once. */
    public PlayedOperator() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Answers by {@code replies} from now on. */
    public void plan(Function<Call, Reply> replies) {
        plan = replies;
    }

    /** Returns the plan's answer when nothing else is planned. */
    public static Reply taken(Call call) {
        return call.asks() ? Reply.of(200, "{\"reachable\":true}") : Reply.of(200, "{}");
    }

    /** Returns every call until now, in order of their coming. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Returns the calls with {@code octets} in their body. */
    List<Call> callsWith(String octets) {
        return calls.stream().filter(call -> call.body().contains(octets)).toList();
    }

    /** Returns where the operator answers, without a path. */
    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns the settings of a channel of {@code kind} with {@code more} settings of its own. */
    public Map<String, String> channel(String id, String kind, Map<String, String> more) {
        String prefix = "ryggrad.channel." + id;
        Map<String, String> settings = new java.util.HashMap<>(Map.of(
                prefix + ".url",
                origin() + "/" + id,
                prefix + ".kinds",
                kind,
                prefix + ".title.sv",
                "Kanalen " + id,
                prefix + ".title.en",
                "The channel " + id,
                prefix + ".token",
                TOKEN,
                prefix + ".client",
                CLIENT));
        more.forEach((name, value) -> settings.put(prefix + "." + name, value));
        return settings;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Call call = new Call(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body);
        calls.add(call);
        Reply reply = plan.apply(call);
        try {
            Thread.sleep(reply.after().toMillis());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        if (reply.status() == Reply.NONE.status()) {
            exchange.close();
        } else {
            send(exchange, reply);
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] octets = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    /**
     * Is one call.
     *
     * @param method the method
     * @param path where it came
     * @param headers its headers
     * @param body its content
     */
    public record Call(String method, String path, Headers headers, String body) {
        /** Tells whether it only asks if somebody is reached. */
        public boolean asks() {
            return path.endsWith("/" + REACHABILITY);
        }

        /** Tells whether it came to the channel {@code id}. */
        public boolean at(String id) {
            return path.startsWith("/" + id + "/");
        }

        /** Returns the content. */
        public ObjectNode content() {
            return JsonTree.parse(new JsonText(body)).asObject().orElseThrow();
        }

        /** Returns the id of the delivery that it brings. */
        public String delivery() {
            return content().text("delivery").orElseThrow();
        }
    }

    /**
     * Is one answer.
     *
     * @param status the status
     * @param body the content, JSON
     * @param headers headers beside the content type
     * @param after how long it takes
     */
    public record Reply(int status, String body, Map<String, String> headers, Duration after) {
        /** Ends the connection in place of an answer. */
        public static final Reply NONE = of(0, "");

        /** Returns an answer that comes at once. */
        public static Reply of(int status, String body) {
            return new Reply(status, body, Map.of(), Duration.ZERO);
        }

        Reply with(String header, String value) {
            return new Reply(status, body, Map.of(header, value), after);
        }

        /** Returns the answer when it takes {@code time}. */
        public Reply after(Duration time) {
            return new Reply(status, body, headers, time);
        }
    }
}
