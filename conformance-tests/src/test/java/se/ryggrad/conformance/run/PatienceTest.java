package se.ryggrad.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Recorder;

/** Tests that the suite sends again when a system asks for patience, and not for ever. */
class PatienceTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final Http.Lines lines = Http.Lines.open(Duration.ofSeconds(10));
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
    void sendsAgainAfterTheTimeAskedFor() {
        answerFirst(2, 429, "0");
        assertThat(get().send().status()).isEqualTo(200);
        assertThat(asked).hasValue(3);
        assertThat(lines.patience().count()).isEqualTo(2);
    }

    @Test
    void readsADateAndWaitsOnTheSocketToo() {
        answerFirst(1, 503, DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        assertThat(get().raw().send().status()).isEqualTo(200);
        assertThat(lines.patience().count()).isEqualTo(1);
    }

    @Test
    void givesUpAfterThreeTimes() {
        answerFirst(Integer.MAX_VALUE, 429, "0");
        assertThat(get().send().status()).isEqualTo(429);
        assertThat(asked).hasValue(4);
    }

    @Test
    void doesNotWaitForHoursNorForOtherAnswers() {
        answerFirst(Integer.MAX_VALUE, 429, "7200");
        assertThat(get().send().status()).isEqualTo(429);
        server.removeContext("/");
        answerFirst(Integer.MAX_VALUE, 409, "0");
        assertThat(get().send().status()).isEqualTo(409);
        assertThat(asked).hasValue(2);
        assertThat(lines.patience().count()).isZero();
    }

    private se.ryggrad.conformance.http.Call get() {
        var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Http(base, lines, new Recorder(exchange -> {})).get("/");
    }

    private void answerFirst(int times, int status, String retryAfter) {
        server.createContext("/", exchange -> {
            boolean later = asked.incrementAndGet() <= times;
            if (later) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(later ? status : 200, -1);
            exchange.close();
        });
    }
}
