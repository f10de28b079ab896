package se.ryggrad.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that the client does what a check asks for and nothing else. */
class ClientTransportTest {

    private static final String EMPTY = "HTTP/1.1 204 No Content\r\n\r\n";

    private final ClientTransport client = new ClientTransport(Duration.ofMillis(400));

    @Test
    void sendsWhatTheCheckAsksForAndNoMore() throws IOException {
        List<Header> asked =
                List.of(new Header("Accept-Language", "sv"), new Header("X-Twice", "a"), new Header("X-Twice", "b"));
        try (ScriptedServer server = ScriptedServer.answering(EMPTY)) {
            client.send(new Sent("GET", server.url("/a%2Fb//c?q=%C3%A5"), asked, Octets.none()));
            assertThat(server.requests())
                    .containsExactly(List.of(
                            "GET /a%2Fb//c?q=%C3%A5 HTTP/1.1",
                            "Accept-Language: sv",
                            "X-Twice: a",
                            "X-Twice: b",
                            "Host: " + server.url("").substring("http://".length()),
                            "Connection: keep-alive",
                            "User-Agent: ryggrad-conformance"));
        }
    }

    @Test
    void followsNoRedirectAndKeepsNoCookie() throws IOException {
        String away = "HTTP/1.1 302 Found\r\nLocation: /there\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n";
        try (ScriptedServer server = ScriptedServer.answering(away, EMPTY)) {
            assertThat(client.send(get(server)).status()).isEqualTo(302);
            assertThat(client.send(get(server)).status()).isEqualTo(204);
            assertThat(server.requests()).hasSize(2);
            assertThat(server.requests().get(1)).noneMatch(line -> line.startsWith("Cookie"));
        }
    }

    @Test
    void repeatsNothingThatIsAnswered503() throws IOException {
        String later = "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n";
        try (ScriptedServer server = ScriptedServer.answering(later, EMPTY)) {
            assertThat(client.send(get(server)).status()).isEqualTo(503);
        }
    }

    @Test
    void decodesNothing() throws IOException {
        String coded = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd";
        try (ScriptedServer server = ScriptedServer.answering(coded)) {
            Received answer = client.send(get(server));
            assertThat(answer.body().text()).isEqualTo("abcd");
            assertThat(answer.value("Content-Encoding")).contains("gzip");
        }
    }

    @Test
    void givesUpOnSilenceWithoutAskingAgain() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering("")) {
            assertThatThrownBy(() -> client.send(get(server))).isInstanceOf(SocketTimeoutException.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void refusesAnAnswerThatIsNotWhole() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabcd")) {
            assertThatThrownBy(() -> client.send(get(server))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void readsNoEndlessAnswer() {
        InputStream large = BoundedAnswer.of(new ByteArrayInputStream(new byte[100]), Duration.ofMinutes(1), 99);
        assertThatThrownBy(large::readAllBytes).hasMessageContaining("larger than 99");
        InputStream slow = BoundedAnswer.of(new ByteArrayInputStream(new byte[100]), Duration.ofMillis(-1), 100);
        assertThatThrownBy(slow::read).hasMessageContaining("did not end in time");
    }

    private static Sent get(ScriptedServer server) {
        return new Sent("GET", server.url("/here"), List.of(), Octets.none());
    }
}
