package se.ryggrad.conformance.twin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Problems;

/** Runs a twin on a free port of the loopback interface. */
public final class TwinServer implements AutoCloseable {

    private static final String CONTEXT = "/ryggrad/";

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final TwinSettings settings;
    private final Map<String, PrincipalApp> apps = new TreeMap<>();

    private TwinServer(HttpServer server, ExecutorService threads, TwinSettings settings) {
        this.server = server;
        this.settings = settings;
        this.threads = threads;
    }

    /** Starts a twin. */
    public static TwinServer start(TwinSettings settings) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var twin = new TwinServer(HttpServer.create(address, 200), Executors.newCachedThreadPool(), settings);
            for (var principal : settings.principals()) {
                String base = twin.root() + CONTEXT + principal.id() + "/v1";
                twin.apps.put(principal.id(), new PrincipalApp(settings, principal, base, Clock.systemUTC()));
            }
            twin.server.setExecutor(twin.threads);
            twin.server.createContext("/", twin::handle);
            twin.server.start();
            return twin;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns the base URL of a principal. */
    public String base(String principal) {
        return root() + CONTEXT + principal + "/v1";
    }

    /** Returns the exchanges so far. */
    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** Returns what the twin has logged so far. */
    public String log() {
        return String.join("\n", log);
    }

    /** Returns what the twin says of itself for a principal. */
    public byte[] capabilities(String principal) {
        var call = new Call("GET", "/capabilities", null, Map.of(), new byte[0]);
        return Objects.requireNonNull(apps.get(principal)).answer(call).body();
    }

    @Override
    public void close() {
        apps.values().forEach(PrincipalApp::close);
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            String[] parts = path.split("/", 5);
            var call = call(exchange, parts.length == 5 ? "/" + parts[4] : "");
            var app = parts.length == 5 && parts[1].equals("ryggrad") && parts[3].equals("v1")
                    ? apps.get(parts[2])
                    : null;
            var answer = app == null ? Problems.answer(call, Fail.notFound()) : app.answer(call);
            seen.add(Seen.of(call, answer));
            log.add(logged(call, answer));
            write(exchange, call, answer);
        }
    }

    private static Call call(HttpExchange exchange, String path) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String query = exchange.getRequestURI().getRawQuery();
        return new Call(exchange.getRequestMethod(), path, query, exchange.getRequestHeaders(), body);
    }

    private String logged(Call call, Answer answer) {
        String who = settings.breaks(Fault.CORE_045_A)
                ? call.caller().number()
                : call.caller().id();
        return call.method() + " " + answer.status() + " " + who;
    }

    private static void write(HttpExchange exchange, Call call, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        boolean head = call.method().equals("HEAD");
        if (head && answer.body().length > 0) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(answer.body().length));
        }
        if (head || answer.body().length == 0) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }
}
