package se.ryggrad.core.client.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import se.ryggrad.api.Language;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.PrincipalId;

/** Plays a system on this machine: gives the answers that it was told, one after another, the last one again and again. */
public final class PlayedSystem implements AutoCloseable {

    /** Is what it is asked as long as nothing else is said. */
    public static final String TOKEN = "eyJhbGciOiJub25lIn0.e30.c2VjcmV0";

    private static final Patience QUICK = new Patience(Duration.ofSeconds(20), 3, Duration.ofMillis(2));

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Played> answers = new ArrayDeque<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** Begins to listen. */
    public PlayedSystem() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** Returns its address, where it answers as the principal {@code 2581}. */
    public RemoteSystem address() {
        return address(QUICK);
    }

    /** Returns its address for whoever has this patience. */
    public RemoteSystem address(Patience patience) {
        URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/ryggrad/2581/v1");
        return new RemoteSystem(new PrincipalId("2581"), url, Language.EN, patience);
    }

    /** Returns the token of whoever asks. */
    public static Optional<String> token(Caller caller) {
        return Optional.of(TOKEN);
    }

    /** Answers JSON with {@code status} next, and {@code headers}. */
    public PlayedSystem answers(int status, String json, Map<String, String> headers) {
        answers.add(new Played(status, status < 400 ? "application/json" : "application/problem+json", json, headers));
        return this;
    }

    /** Answers JSON with {@code status} next. */
    public PlayedSystem answers(int status, String json) {
        return answers(status, json, Map.of());
    }

    /** Answers with another media type next. */
    public PlayedSystem says(int status, String mediaType, String text) {
        answers.add(new Played(status, mediaType, text, Map.of()));
        return this;
    }

    /** Ends the connection next, in the middle of an answer. */
    public PlayedSystem breaksOff() {
        return says(Played.BROKEN, "application/json", "{\"id\":");
    }

    /** Never ends the answer that comes next. */
    public PlayedSystem hangs() {
        return says(Played.ENDLESS, "application/json", "{\"id\":");
    }

    /** Forgets the answers that it was told. */
    public void forget() {
        answers.clear();
    }

    /** Returns what it was asked. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange http) throws IOException {
        byte[] body = http.getRequestBody().readAllBytes();
        asked.add(new Asked(
                http.getRequestMethod(),
                http.getRequestURI().toString(),
                http.getRequestHeaders(),
                new String(body, StandardCharsets.UTF_8)));
        Played answer = next();
        byte[] octets = answer.text().getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().add("Content-Type", answer.mediaType());
        answer.headers().forEach(http.getResponseHeaders()::add);
        boolean whole = answer.status() >= 100;
        http.sendResponseHeaders(whole ? answer.status() : 200, whole ? octets.length : octets.length + 10L);
        http.getResponseBody().write(octets);
        http.getResponseBody().flush();
        if (answer.status() != Played.ENDLESS) {
            http.close();
        }
    }

    private synchronized Played next() {
        return answers.size() > 1 ? answers.remove() : answers.element();
    }

    /** Is an answer. */
    private record Played(int status, String mediaType, String text, Map<String, String> headers) {

        static final int BROKEN = 1;
        static final int ENDLESS = 2;
    }

    /**
     * Is a request that came.
     *
     * @param method its method
     * @param uri its path and query
     * @param headers its headers
     * @param body its body
     */
    public record Asked(String method, String uri, Headers headers, String body) {

        /** Returns a header, or nothing. */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.getFirst(name));
        }
    }
}
