package se.ryggrad.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.issuer.Counterparty;
import se.ryggrad.conformance.issuer.Pulse;
import se.ryggrad.conformance.registry.Entry;
import se.ryggrad.conformance.registry.Requirements;
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

    /** What is found while the suite's own counterparties are slow is not told as the system's fault. */
    @ParameterizedTest
    @CsvSource({"1500, NOT_OBSERVED, NETWORK", "0, FAILED, SYSTEM"})
    void doubtsWhatItFindsWhileItIsSlowItself(long millis, Verdict verdict, Blame blame) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        try (Pulse pulse = Pulse.feel(() -> rest(begun, millis))) {
            begun.await();
            RunResult result = new SuiteRunner(counterparty)
                    .run(target(), RunSettings.of(7).only(Set.of("CORE-003")).pulse(pulse));

            RequirementResult judged = result.requirements().get(0);
            assertThat(judged.verdict()).isEqualTo(verdict);
            assertThat(judged.blame()).contains(blame);
            assertThat(judged.checks().get(0).evidence().flatMap(Evidence::hint).orElse(""))
                    .matches(verdict == Verdict.FAILED ? ".*" : "While this check ran, .*");
        }
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

    @Test
    void blamesItselfWhereACheckBreaks() {
        CheckIndex broken = new CheckIndex(List.of(BrokenCheck.class));

        RunResult result = new SuiteRunner(counterparty, broken)
                .run(target(), RunSettings.of(7).only(Set.of("CORE-001")));

        assertThat(result.suiteFault()).isTrue();
        assertThat(result.verdict()).isEqualTo(Overall.INCONCLUSIVE);
        assertThat(result.requirements().get(0).blame()).contains(Blame.SUITE);
        assertThat(result.requirements()
                        .get(0)
                        .checks()
                        .get(0)
                        .evidence()
                        .orElseThrow()
                        .actual())
                .contains("IllegalStateException: a slip of the suite");
    }

    @ParameterizedTest
    @CsvSource({"true, CONFORMANT, false", "false, CONFORMANT, true"})
    void isConformantButNotCertifiableWhereOnlyTheLogWasNotSeen(boolean unseen, Overall verdict, boolean certifiable) {
        Requirements all = Requirements.load();
        List<RequirementResult> results = all.entries().stream()
                .map(e -> new RequirementResult(
                        e, unseen && e.id().equals("CORE-045") ? Verdict.NOT_OBSERVED : Verdict.PASSED, List.of()))
                .toList();

        RunResult result = new RunResult(all.standard(), target(), 7, Instant.EPOCH, Duration.ZERO, results, false, 0);

        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.certifiable()).isEqualTo(certifiable);
        assertThat(result.notObserved()).isEqualTo(unseen ? List.of("CORE-045") : List.of());
    }

    @Test
    void isInconclusiveWhereABindingRequirementThatIsNotDeferrableWasNotSeen() {
        Entry entry = Requirements.load().find("CORE-044").orElseThrow();
        Entry passed = Requirements.load().find("CORE-001").orElseThrow();
        List<RequirementResult> results = List.of(
                new RequirementResult(passed, Verdict.PASSED, List.of()),
                new RequirementResult(entry, Verdict.NOT_OBSERVED, List.of()));

        assertThat(new RunResult("1", target(), 7, Instant.EPOCH, Duration.ZERO, results, false, 0).verdict())
                .isEqualTo(Overall.INCONCLUSIVE);
    }

    private static void rest(CountDownLatch begun, long millis) {
        begun.countDown();
        try {
            Thread.sleep(millis);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private RunResult run(Set<String> only, Target target) {
        return new SuiteRunner(counterparty).run(target, RunSettings.of(7).only(only));
    }

    private Target target() {
        return Target.unknown(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/x"));
    }

    /** A check with a fault of its own. */
    @ConformanceCheck
    static class BrokenCheck {

        @Requirement("CORE-001")
        @Test
        void core001_slips() {
            throw new IllegalStateException("a slip of the suite");
        }
    }
}
