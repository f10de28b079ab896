package se.ryggrad.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.JsonNode;

class ExitCodeTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private String listen;
    private StubSystem system;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listen = "127.0.0.1:" + free.getLocalPort();
        }
        system = new StubSystem(listen);
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void endsWithZeroWhereAllThatWasAskedForPasses() throws IOException {
        assertThat(run("--only", "CORE-047")).isZero();

        JsonNode report = Json.read(Files.readAllBytes(folder.resolve("report.json")));
        assertThat(report.path("verdict").asString()).isEqualTo("conformant");
        assertThat(report.path("certifiable").asBoolean()).isFalse();
        assertThat(report.at("/requirements/0/verdict").asString()).isEqualTo("passed");
        assertThat(folder.resolve("report.html"))
                .content()
                .contains("<html lang=\"en\">")
                .doesNotContain("<script");
        assertThat(folder.resolve("junit.xml")).content().contains("failures=\"0\"");
        assertThat(out.toString())
                .contains("Verdict: conformant")
                .contains("passed 1")
                .contains("report.html");
    }

    @Test
    void endsWithOneWhereABindingRequirementFails() {
        assertThat(run("--only", "CORE-003")).isEqualTo(1);
        assertThat(out.toString()).contains("Verdict: not conformant");
        assertThat(folder.resolve("junit.xml")).content().contains("<failure type=\"SKA\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run --target nowhere",
                "run --only CORE-999",
                "run --role nobody",
                "run --format pdf",
                "run --listen 9911",
                "run --colour red",
                "doctor --print-settings --runs 0",
                "explain NOPE-1",
                "explain",
                "juggle",
                ""
            })
    void endsWithSixtyFourForABadArgument(String line) {
        assertThat(execute(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(64);
        assertThat(err.toString()).isNotBlank();
    }

    @Test
    void namesTheTargetWhereNobodyAnswers() {
        system.close();

        assertTrouble("No server answers at " + system.base(), "--target");
    }

    @Test
    void namesTheTargetWhereSomethingElseAnswers() {
        String elsewhere = system.base().replace("/v1", "/elsewhere");

        assertThat(execute("doctor", "--lang", "en", "--listen", listen, "--target", elsewhere))
                .isEqualTo(2);
        assertThat(err.toString()).contains("no Ryggrad system").contains("--target");
    }

    @Test
    void namesTheBaseUrlWhereTheSystemCallsItselfOtherwise() {
        system.stating("baseUrl", "http://localhost:1/v1");

        assertTrouble("calls itself http://localhost:1/v1", "ryggrad.base-url");
    }

    @Test
    void refusesProduction() {
        system.stating("environment", "production");

        assertTrouble("environment is production", "ryggrad.environment");
    }

    @Test
    void namesTheIssuerThatIsNotTrusted() {
        system.stating("issuers", Json.array());

        assertTrouble("does not trust the suite's issuer http://" + listen + "/1/person", "ryggrad.issuer");
    }

    @Test
    void namesTheServicesThatAreMissing() {
        system.without(Services.HIGH);

        assertTrouble("conformance-high", "ryggrad.conformance-services=true");
    }

    @Test
    void namesTheOptionWhereThePortIsTaken() throws IOException {
        int port = Integer.parseInt(listen.substring(listen.indexOf(':') + 1));
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertTrouble("cannot listen at 127.0.0.1:" + taken.getLocalPort(), "--listen");
        }
    }

    @Test
    void namesTheJarThatIsNotThere() {
        assertThat(run("--start", "/no/such.jar")).isEqualTo(2);
        assertThat(err.toString()).contains("/no/such.jar").contains("--start");
    }

    @Test
    void findsAHealthySystem() {
        assertThat(execute("doctor", "--lang", "en", "--listen", listen, "--target", system.base()))
                .isZero();
        assertThat(out.toString()).contains("Everything is ready");
    }

    private void assertTrouble(String trouble, String setting) {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString().strip()).contains(trouble).contains(setting).doesNotContain("\n");
    }

    private int run(String... more) {
        List<String> line = new ArrayList<>(List.of(
                "run", "--lang", "en", "--listen", listen, "--target", system.base(), "--out", folder.toString()));
        line.addAll(List.of(more));
        return execute(line.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        return ConformanceCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
