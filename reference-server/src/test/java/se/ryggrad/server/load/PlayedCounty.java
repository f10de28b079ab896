package se.ryggrad.server.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.stream.IntStream;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.minasidor.SourceState;
import se.ryggrad.core.minasidor.register.ExchangeClient;
import se.ryggrad.core.minasidor.register.RegisteredSource;

/**
 * Plays an issuer and many sources in one process: one in twenty hangs, one in twenty fails, one in a hundred shows somebody else's
 * matters, and the rest answer within 50 milliseconds.
 */
final class PlayedCounty implements AutoCloseable {

    static final String ISSUER = "https://login.example.se";

    private static final String SOURCE = "source-";
    private static final int SLOWEST = 50;
    private static final long HELD_SECONDS = 10;
    private static final int THREADS = 8;

    private final HttpServer server;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "played");
        thread.setDaemon(true);
        return thread;
    });

    private final LongAccumulator slowest = new LongAccumulator(Math::max, 0);

    /** Begins to play. */
    PlayedCounty() throws IOException {
        System.setProperty("sun.net.httpserver.maxIdleConnections", "4096");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2048);
        server.createContext("/token", this::exchange);
        server.createContext("/source/", this::answer);
        server.setExecutor(clock);
        server.start();
    }

    /** Says what a source does. */
    enum Manner {
        /** Never answers. */
        HUNG(SourceState.TIMEOUT),
        /** Answers with 500. */
        FAILING(SourceState.FAILED),
        /** Answers with an item of somebody else's. */
        FOREIGN(SourceState.FAILED),
        /** Answers. */
        SOUND(SourceState.OK);

        private final SourceState state;

        Manner(SourceState state) {
            this.state = state;
        }

        /** Returns what a portal is to say of it. */
        SourceState state() {
            return state;
        }

        /** Returns its name. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Manner of(int number) {
            if (number % 100 == 50) {
                return FOREIGN;
            }
            return switch (number % 20) {
                case 3 -> HUNG;
                case 7 -> FAILING;
                default -> SOUND;
            };
        }
    }

    /** Returns how long an answer took at the most, from when the server had read the question: more than 50 ms is this machine's. */
    Duration slowest() {
        return Duration.ofNanos(slowest.get());
    }

    /** Returns what the source with this id does. */
    static Manner manner(String source) {
        return Manner.of(Integer.parseInt(source.substring(SOURCE.length())));
    }

    ExchangeClient client() {
        return new ExchangeClient(ISSUER, URI.create(base() + "/token"), "portal", "secret");
    }

    List<RegisteredSource> sources(int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> new RegisteredSource(
                        SOURCE + number,
                        new LocalizedText("Källa " + number, "Source " + number),
                        URI.create(base() + "/source/" + number),
                        Set.of("https://example.se"),
                        Set.of(ISSUER)))
                .toList();
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void exchange(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String source = form.replaceFirst(".*[&]resource=([^&]*).*", "$1");
        String claims = """
            {"aud": "%s", "sub": "pairwise", "act": {"sub": "portal"}, "scope": "overview:read",
             "acr": "http://id.elegnamnden.se/loa/1.0/loa3", "iat": 1795528800, "exp": 1795529100}\
            """.formatted(URLDecoder.decode(source, StandardCharsets.UTF_8));
        send(exchange, 200, """
            {"access_token": "%s.%s.c2lnbmF0dXJl", "token_type": "Bearer",
             "issued_token_type": "urn:ietf:params:oauth:token-type:access_token"}\
            """.formatted(encoded("{\"alg\":\"ES256\"}"), encoded(claims)));
    }

    private void answer(HttpExchange exchange) {
        int number = Integer.parseInt(exchange.getRequestURI().getPath().split("/", -1)[2]);
        Manner manner = Manner.of(number);
        ScheduledFuture<?> unused;
        if (manner == Manner.HUNG) { // the server would keep what is neither answered nor closed for ever
            unused = clock.schedule(exchange::close, HELD_SECONDS, TimeUnit.SECONDS);
        } else {
            long asked = System.nanoTime();
            int wait = new Random().nextInt(SLOWEST + 1);
            unused = clock.schedule(() -> answer(exchange, manner, number, asked), wait, TimeUnit.MILLISECONDS);
        }
    }

    private void answer(HttpExchange exchange, Manner manner, int number, long asked) {
        String whose = manner == Manner.FOREIGN ? "somebody-else" : "pairwise";
        String items = IntStream.range(0, 3)
                .mapToObj(item -> """
                    {"for": "%s", "id": "%d", "kind": "case", "title": {"sv": "Bygglov", "en": "Building permit"},
                     "status": {"sv": "Handläggs", "en": "Being handled"}, "actionRequired": false,
                     "updatedAt": "2026-11-27T12:%02d:00.000Z", "link": "https://example.se/%d"}\
                    """.formatted(whose, item, number % 60, item))
                .reduce((one, other) -> one + "," + other)
                .orElse("");
        try {
            send(
                    exchange,
                    manner == Manner.FAILING ? 500 : 200,
                    "{\"items\": [" + items + "], \"page\": 1, \"limit\": 100}");
            slowest.accumulate(System.nanoTime() - asked);
        } catch (IOException gone) {
            exchange.close();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
        clock.shutdownNow();
    }
}
