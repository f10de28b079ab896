package se.ryggrad.conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.conformance.contract.AuditLog.Head;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Recorder;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.target.Target;

/** Tests that a log that leads nowhere is told as a fault of the system, and never read for ever. */
class AuditLogTest {

    private static final String ZEROS = "0".repeat(64);
    private static final int LIMIT = 2;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsNoFurtherThanTheHead() {
        answers(n -> stretch(10 + LIMIT * n + 1, LIMIT));
        Stretch stretch = between(10, 13);
        assertThat(stretch.entries().stream().map(e -> e.at("/sequence").number()))
                .containsExactly(11L, 12L, 13L);
        assertThat(asked).hasValue(2);
    }

    @Test
    void asksForNothingWhereNothingIsNew() {
        answers(n -> "{}");
        assertThat(between(10, 10).entries()).isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    void stopsWhereTheSameIsGivenAgain() {
        answers(n -> stretch(1, LIMIT));
        fails(0, 1000, "expected 3 at /items/0/sequence, was 1");
        assertThat(asked).hasValue(2);
    }

    @Test
    void stopsWhereTheLogEndsBeforeItsHead() {
        answers(n -> stretch(1, 0));
        fails(0, 1000, "1 to 2 entries in each answer, and the one with sequence 1000");
        assertThat(asked).hasValue(1);
    }

    @Test
    void stopsWhereTheLogHasNoEnd() {
        answers(n -> stretch(LIMIT * n + 1, LIMIT));
        fails(0, Long.MAX_VALUE, "within 100 answers");
        assertThat(asked).hasValue(101);
    }

    @Test
    void stopsWhereMoreIsGivenThanWasAskedFor() {
        answers(n -> stretch(1, LIMIT + 1));
        fails(0, 3, "was 3 entries in answer 1");
    }

    @Test
    void stopsWhereTheHeadGoesBack() {
        answers(n -> "{}");
        fails(9, 8, "a sealing that ends at 9 or later");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"items\":{},\"next\":\"x\"}",
                "{\"items\":[7],\"next\":\"x\"}",
                "{\"items\":[{\"sequence\":\"1\"}],\"next\":\"x\"}",
                "{\"items\":[{\"sequence\":1e99}],\"next\":\"x\"}",
                "{\"items\":[{\"sequence\":1}]}",
                "{\"items\":[{\"sequence\":1}],\"next\":\"\"}"
            })
    void stopsWhereAStretchIsMalformed(String body) {
        answers(n -> body);
        fails(0, 2, "expected ");
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"authority\":\"conformance-a\",\"sequence\":-1,\"hash\":\"HASH\",\"next\":\"x\"}",
                "{\"authority\":\"conformance-a\",\"sequence\":1e99,\"hash\":\"HASH\",\"next\":\"x\"}",
                "{\"authority\":\"conformance-a\",\"sequence\":1,\"hash\":\"00\",\"next\":\"x\"}",
                "{\"authority\":\"conformance-a\",\"sequence\":1,\"hash\":\"HASH\"}",
                "{\"authority\":\"conformance-b\",\"sequence\":1,\"hash\":\"HASH\",\"next\":\"x\"}"
            })
    void takesNoSealThatIsNone(String body) {
        answers(n -> body.replace("HASH", ZEROS));
        assertThatThrownBy(() -> log().seal()).isInstanceOf(ConformanceFailure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"salt\":\"00\"", "\"salt\":7", "\"digest\":true"})
    void tellsWhatCannotBeHashed(String member) {
        answers(n -> "{\"items\":[{\"sequence\":1,\"content\":{}," + member + "}],\"next\":\"x\"}");
        Stretch stretch = between(0, 1);
        assertThatThrownBy(stretch::expectSound)
                .isInstanceOf(ConformanceFailure.class)
                .hasMessageContaining("/items/0/salt");
    }

    @Test
    void tellsContentWithoutACanonicalForm() {
        answers(n ->
                "{\"items\":[{\"sequence\":1,\"content\":{\"n\":1e999},\"salt\":\"" + ZEROS + "\"}],\"next\":\"x\"}");
        Stretch stretch = between(0, 1);
        assertThatThrownBy(stretch::expectSound)
                .isInstanceOf(ConformanceFailure.class)
                .hasMessageContaining("canonical form at /items/0/content");
    }

    private static String stretch(int first, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"sequence\":" + (first + i) + "}")
                .collect(Collectors.joining(",", "{\"items\":[", "],\"next\":\"same\"}"));
    }

    private void fails(long from, long to, String message) {
        assertThatThrownBy(() -> between(from, to))
                .isInstanceOf(ConformanceFailure.class)
                .hasMessageContaining(message);
    }

    private Stretch between(long from, long to) {
        return log().between(new Head(from, ZEROS, "start"), new Head(to, ZEROS, "end"));
    }

    private AuditLog log() {
        var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var lines = Http.Lines.open(Duration.ofSeconds(10));
        var target = new Target(base, Json.object("limits", Json.object("feedLimit", LIMIT)));
        return new AuditLog(new Http(base, lines, new Recorder(exchange -> {})), () -> "token", Office.A, target);
    }

    private void answers(IntFunction<String> bodies) {
        server.createContext("/", exchange -> {
            byte[] body = bodies.apply(asked.getAndIncrement()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
