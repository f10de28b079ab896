package se.ryggrad.core.minasidor.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.core.json.JsonOutput;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.minasidor.register.ExchangeClient;
import se.ryggrad.core.minasidor.register.RegisteredSource;

/** Plays an issuer that exchanges tokens and any number of sources over HTTP, which answer, or do not, as a test asks of them. */
final class PlayedSources implements AutoCloseable {

    static final String ISSUER = "https://login.example.se";
    static final String ACR = "http://id.elegnamnden.se/loa/1.0/loa3";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, HttpHandler> sources = new ConcurrentHashMap<>();
    private final Set<String> pushing = ConcurrentHashMap.newKeySet();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private volatile HttpHandler issuer = answering(200, this::exchanged);

    PlayedSources() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.add(Call.of(exchange));
            String path = exchange.getRequestURI().getPath();
            HttpHandler handler = path.equals("/token")
                    ? issuer
                    : sources.getOrDefault(path.split("/", -1)[1], answering(404, call -> "{}"));
            handler.handle(exchange);
        });
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Is a call that came.
     *
     * @param line its method and address
     * @param headers its headers
     * @param body its body
     */
    record Call(String line, Map<String, String> headers, String body) {

        static Call of(HttpExchange exchange) throws IOException {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.setStreams(new ByteArrayInputStream(body), null);
            return new Call(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    exchange.getRequestHeaders().entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, field -> String.join(",", field.getValue()))),
                    new String(body, StandardCharsets.UTF_8));
        }
    }

    /** Is what is answered to a call, after its path and its form. */
    interface Content {

        /** Returns the body. */
        String of(HttpExchange exchange);
    }

    PlayedSources with(String name, HttpHandler handler) {
        sources.put(name, handler);
        return this;
    }

    /** Adds a source that pushes, and answers like this when it is asked all the same. */
    PlayedSources pushing(String name, HttpHandler handler) {
        pushing.add(name);
        return with(name, handler);
    }

    PlayedSources issuing(HttpHandler handler) {
        issuer = handler;
        return this;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Returns the calls below a source. */
    List<Call> calls(String source) {
        return calls.stream()
                .filter(call -> call.line().contains(" /" + source + "/"))
                .toList();
    }

    RegisteredSource registered(String name) {
        return new RegisteredSource(
                name,
                new LocalizedText("Källan " + name, "The source " + name),
                URI.create(base() + "/" + name),
                Set.of("https://" + name + ".example.se"),
                Set.of(ISSUER),
                pushing.contains(name) ? Optional.of(name + "-client") : Optional.empty());
    }

    List<RegisteredSource> registered() {
        return sources.keySet().stream().map(this::registered).toList();
    }

    ExchangeClient client() {
        return new ExchangeClient(ISSUER, URI.create(base() + "/token"), "portal", "p@ss word");
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    static HttpHandler answering(int status, Content content, String... headers) {
        return exchange -> {
            byte[] body = content.of(exchange).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            for (int place = 0; place < headers.length; place += 2) {
                exchange.getResponseHeaders().set(headers[place], headers[place + 1]);
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        };
    }

    /** Answers with items of whoever asks, as {@link #item} writes them. */
    static HttpHandler holding(String... items) {
        return answering(200, exchange -> list(items).replace("SUB", subject(exchange)));
    }

    static String list(String... items) {
        return "{\"items\": [" + String.join(",", items) + "], \"page\": 1, \"limit\": 100}";
    }

    /** Returns an item of whoever asks, with {@code id}, which changed at {@code minute} past noon, and more members. */
    static String item(String id, int minute, String... more) {
        String members = Arrays.stream(more).map(member -> ", " + member).collect(Collectors.joining());
        return """
            {"for": "SUB", "id": "%s", "kind": "case", "title": {"sv": "Bygglov", "en": "Building permit"},
             "status": {"sv": "Handläggs", "en": "Being handled"}, "updatedAt": "2026-11-27T12:%02d:00.000Z",
             "actionRequired": %s%s}\
            """.formatted(id, minute, members.contains("dueOn"), members);
    }

    /** Returns the {@code sub} of the token that a call carries. */
    static String subject(HttpExchange exchange) {
        String token = exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        return JsonTree.parse(new JsonText(claims))
                .asObject()
                .flatMap(object -> object.text("sub"))
                .orElseThrow();
    }

    /** Never ends its answer, sending something each 20 milliseconds where {@code drips} says so. */
    static HttpHandler endless(boolean drips) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    if (drips) {
                        out.write(' ');
                        out.flush();
                    }
                    Thread.sleep(20);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Issues what {@code change} makes of a token for the source that the form names. */
    PlayedSources changing(UnaryOperator<JsonTree.ObjectNode> change) {
        return issuing(answering(200, exchange -> answer(jwt(change.apply(claims(exchange))))));
    }

    static String answer(String token) {
        return """
            {"access_token": "%s", "issued_token_type": "urn:ietf:params:oauth:token-type:access_token",
             "token_type": "Bearer", "expires_in": 300}\
            """.formatted(token);
    }

    static String jwt(JsonTree claims) {
        return encoded("{\"alg\":\"ES256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(JsonOutput.bytes(claims)) + "."
                + encoded("signature".getBytes(StandardCharsets.UTF_8));
    }

    private String exchanged(HttpExchange exchange) {
        return answer(jwt(claims(exchange)));
    }

    private static JsonTree.ObjectNode claims(HttpExchange exchange) {
        Map<String, String> form = form(exchange);
        return good(form.getOrDefault("resource", "none"), form.getOrDefault("subject_token", "none"));
    }

    /** Returns the claims of a token that is as it should be. */
    static JsonTree.ObjectNode good(String source, String whose) {
        return JsonTree.object()
                .put("iss", ISSUER)
                .put("aud", source)
                .put("sub", "pairwise-" + Integer.toHexString((source + whose).hashCode()))
                .put("act", JsonTree.object().put("sub", "portal").build())
                .put("scope", "overview:read")
                .put("acr", ACR)
                .put("iat", 1_795_528_800L)
                .put("exp", 1_795_529_100L)
                .build();
    }

    private static Map<String, String> form(HttpExchange exchange) {
        try {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(body.split("&", -1))
                    .map(field -> field.split("=", 2))
                    .collect(Collectors.toMap(
                            field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String encoded(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
