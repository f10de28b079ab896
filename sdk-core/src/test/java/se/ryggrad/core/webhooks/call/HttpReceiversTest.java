package se.ryggrad.core.webhooks.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ryggrad.core.contract.Signatures;
import se.ryggrad.core.webhooks.address.AddressRule;
import se.ryggrad.core.webhooks.address.Endpoint;

class HttpReceiversTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String BODY = "{\"type\":\"h\u00e4ndelse\"}";
    private static final Duration DEADLINE = Duration.ofMillis(600);

    private final Queue<Came> came = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private String origin;
    private HttpReceivers receivers;

    private record Came(String path, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return Objects.requireNonNull(headers.get(name)).get(0);
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        origin = "http://127.0.0.1:" + server.getAddress().getPort();
        receivers = receivers(Set.of(origin));
    }

    @AfterEach
    void stop() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static HttpReceivers receivers(Set<String> origins) {
        return receivers(origins, Duration.ofSeconds(30));
    }

    private static HttpReceivers receivers(Set<String> origins, Duration deadline) {
        AddressRule rule = new AddressRule(origins, name -> List.of(InetAddress.getLoopbackAddress()));
        return new HttpReceivers(rule, Clock.systemUTC(), deadline);
    }

    @Test
    void postsWhatThePublicLibraryVerifies() {
        Reply reply = receivers.post(letter("/well?a=b", true));

        assertThat(reply).isEqualTo(new Reply.Answered(200, "{\"challenge\":\"a\"}"));
        Came one = came.remove();
        assertThat(one.path()).isEqualTo("/well?a=b");
        assertThat(one.body()).isEqualTo(BODY);
        assertThat(one.header("Content-type")).isEqualTo("application/json");
        assertThat(one.header("Webhook-id")).isEqualTo("an-id");
        assertThat(Signatures.verified(SECRET, one.headers(), one.body())).isTrue();
        assertThat(Signatures.verified(SECRET, one.headers(), one.body() + " ")).isFalse();
        assertThat(Signatures.verified("whsec_AAAA9r8GKYqrTwjUPD8ILPZIo2LaLaSw", one.headers(), one.body()))
                .isFalse();
    }

    @Test
    void followsNoRedirect() {
        Reply reply = receivers.post(letter("/moved", true));

        assertThat(reply).isEqualTo(new Reply.Answered(307, ""));
        assertThat(came).extracting(Came::path).containsExactly("/moved");
    }

    @Test
    void waitsNoLongerThanTheDeadline() {
        HttpReceivers hasty = receivers(Set.of(origin), DEADLINE);
        for (String path : List.of("/silent", "/dripping")) {
            long begun = System.nanoTime();

            assertThat(hasty.post(letter(path, true))).isEqualTo(new Reply.Silent());
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(DEADLINE, DEADLINE.plusSeconds(15));
        }
    }

    @Test
    void readsNothingOfALongAnswer() {
        assertThat(receivers.post(letter("/long", true))).isEqualTo(new Reply.Answered(200, ""));
    }

    @Test
    void readsNoAnswerToItsEnd() {
        for (Letter letter : List.of(event("/endless"), letter("/endless", true))) {
            long begun = System.nanoTime();

            assertThat(receivers.post(letter)).isEqualTo(new Reply.Answered(200, ""));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void countsTheStatusOfAnEventsAnswerAlone() {
        HttpReceivers hasty = receivers(Set.of(origin), DEADLINE);

        assertThat(hasty.post(event("/dripping"))).isEqualTo(new Reply.Answered(200, ""));
        assertThat(came.remove().header("Content-type")).isEqualTo("application/cloudevents+json");
    }

    @Test
    void waitsNoLongerForDns() {
        AddressRule waiting = new AddressRule(Set.of(), name -> {
            pause();
            return List.of();
        });
        HttpReceivers hasty = new HttpReceivers(waiting, Clock.systemUTC(), DEADLINE);
        long begun = System.nanoTime();

        assertThat(hasty.post(letter(Endpoint.parse("https://slow.example.se/").orElseThrow(), true)))
                .isEqualTo(new Reply.Silent());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(DEADLINE.plusSeconds(15));
    }

    @Test
    void callsNobodyInTheClearWhoIsNotListedAnyMore() {
        Queue<String> asked = new ConcurrentLinkedQueue<>();
        AddressRule rule = new AddressRule(Set.of(), name -> {
            asked.add(name);
            return List.of(InetAddress.getLoopbackAddress());
        });
        HttpReceivers judging = new HttpReceivers(rule, Clock.systemUTC(), DEADLINE);

        for (String scheme : List.of("http", "https")) {
            Endpoint to =
                    Endpoint.parse(scheme + "://" + scheme + ".example.se/").orElseThrow();
            assertThat(judging.post(letter(to, true))).isEqualTo(new Reply.Silent());
        }

        assertThat(asked).containsExactly("https.example.se");
    }

    @Test
    void sendsNothingThatIsNotWantedAnyMore() {
        assertThat(receivers.post(letter("/well", false))).isEqualTo(new Reply.Unwanted());
        assertThat(came).isEmpty();
    }

    @Test
    void blamesNobodyWhereItCannotBeTold() {
        Letter letter = new Letter(
                Endpoint.parse(origin + "/well").orElseThrow(), SECRET, "an-id", Letter.Kind.EVENT, BODY, () -> {
                    throw new IllegalStateException("no connection to the database");
                });

        assertThat(receivers.post(letter)).isEqualTo(new Reply.Unwanted());
        assertThat(came).isEmpty();
    }

    @Test
    void callsNobodyWhoseNameLeadsInside() throws IOException {
        HttpReceivers judging = receivers(Set.of());
        try (ServerSocket inside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            inside.setSoTimeout(300);
            for (String host : List.of("public.example.se", "2130706433")) {
                String url = "https://" + host + ":" + inside.getLocalPort() + "/well";

                assertThat(judging.post(letter(Endpoint.parse(url).orElseThrow(), true)))
                        .isEqualTo(new Reply.Silent());
            }
            assertThatThrownBy(inside::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void callsAnotherOriginThanTheListedOneNot() {
        HttpReceivers judging = receivers(Set.of());

        Reply reply = judging.post(letter("/well", true));
        Reply spelled = judging.post(
                letter(Endpoint.parse(origin.replace("127.0.0.1", "2130706433")).orElseThrow(), true));

        assertThat(reply).isEqualTo(new Reply.Silent());
        assertThat(spelled).isEqualTo(new Reply.Silent());
        assertThat(came).isEmpty();
    }

    @Test
    void isSilentWhereNobodyIs() {
        String nobody = "http://127.0.0.1:1";

        assertThat(receivers(Set.of(nobody)).post(letter(Endpoint.parse(nobody).orElseThrow(), true)))
                .isEqualTo(new Reply.Silent());
    }

    private Letter letter(String path, boolean wanted) {
        return letter(Endpoint.parse(origin + path).orElseThrow(), wanted);
    }

    private static Letter letter(Endpoint to, boolean wanted) {
        return new Letter(to, SECRET, "an-id", Letter.Kind.CHALLENGE, BODY, () -> wanted);
    }

    private Letter event(String path) {
        Endpoint to = Endpoint.parse(origin + path).orElseThrow();
        return new Letter(to, SECRET, "an-id", Letter.Kind.EVENT, BODY, () -> true);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().toString();
        came.add(new Came(path, Map.copyOf(exchange.getRequestHeaders()), body));
        switch (path) {
            case "/moved" -> {
                exchange.getResponseHeaders().set("Location", "/trap");
                exchange.sendResponseHeaders(307, -1);
            }
            case "/silent" -> pause();
            case "/dripping" -> drip(exchange);
            case "/endless" -> pour(exchange);
            case "/long" -> say(exchange, "a".repeat(5000));
            default -> say(exchange, "{\"challenge\":\"a\"}");
        }
        exchange.close();
    }

    private static void say(HttpExchange exchange, String text) throws IOException {
        exchange.sendResponseHeaders(200, text.length());
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write('a');
        exchange.getResponseBody().flush();
        pause();
    }

    private static void pour(HttpExchange exchange) throws IOException {
        byte[] much = new byte[1 << 16];
        exchange.sendResponseHeaders(200, 0);
        while (true) {
            exchange.getResponseBody().write(much);
        }
    }

    private void pause() {
        try {
            closed.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
