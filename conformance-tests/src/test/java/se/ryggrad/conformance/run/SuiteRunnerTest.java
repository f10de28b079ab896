package se.ryggrad.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.issuer.Counterparty;
import se.ryggrad.conformance.target.Target;

class SuiteRunnerTest {

    private HttpServer server;
    private Counterparty counterparty;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        counterparty = Counterparty.listen("127.0.0.1", 0);
        server.createContext("/", exchange -> {
            byte[] body = "{\"token\":\"eyJhbGciOiJub25lIn0.e30.\",\"number\":\"19850412-9802\"}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        counterparty.close();
    }

    @Test
    void failsASystemThatAnswersEverythingWithTwoHundred() {
        RunResult result = run(Set.of("CORE-003"), target());

        assertThat(result.verdict()).isEqualTo(Overall.NOT_CONFORMANT);
        assertThat(result.ids(Verdict.FAILED)).containsExactly("CORE-003");
        assertThat(result.requirements().get(0).blame()).contains(Blame.SYSTEM);
        assertThat(result.certifiable()).isFalse();
    }

    @Test
    void keepsTokensAndIdentityNumbersOutOfEvidence() {
        RunResult result = run(Set.of("CORE-003"), target());

        assertThat(result.requirements().get(0).checks()).allSatisfy(check -> {
            Evidence evidence = check.evidence().orElseThrow();
            assertThat(evidence.toString()).doesNotContain("eyJ").doesNotContain("850412");
            assertThat(evidence.curl().orElseThrow()).startsWith("curl -i -X GET");
        });
    }

    @Test
    void observesNothingWhereNobodyAnswers() {
        server.stop(0);

        RunResult result = run(Set.of("CORE-003"), target());

        assertThat(result.verdict()).isEqualTo(Overall.INCONCLUSIVE);
        assertThat(result.requirements().get(0).blame()).contains(Blame.NETWORK);
    }

    private RunResult run(Set<String> only, Target target) {
        return new SuiteRunner(counterparty).run(target, RunSettings.of(7).only(only));
    }

    private Target target() {
        return Target.unknown(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/x"));
    }
}
