package se.ryggrad.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.registry.Entry;
import se.ryggrad.conformance.registry.Requirements;
import se.ryggrad.conformance.run.CheckResult;
import se.ryggrad.conformance.run.RequirementResult;
import se.ryggrad.conformance.run.RunResult;
import se.ryggrad.conformance.run.Verdict;
import se.ryggrad.conformance.target.Target;
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
                .contains("<body class=\"en-first\">")
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
    @CsvSource(
            delimiter = '|',
            value = {
                "run --target nowhere --lang en | --target nowhere is not possible: choose an address such as http",
                "run --target nowhere | --target nowhere går inte: välj en adress som http",
                "run --target | --target saknar värde: skriv --target URL",
                "run --target --lang=en | --target lacks a value: write --target URL",
                "run --only CORE-999 | Det finns inget krav CORE-999",
                "run --role nobody --lang en | No role is called nobody",
                "run --format pdf | --format pdf går inte: välj html, json, junit",
                "run --seed many | --seed many går inte: välj ett heltal",
                "run --lang fi | --lang fi går inte: välj sv, en",
                "run --listen 9911 | --listen 9911 går inte: välj VÄRD:PORT",
                "run --colour red | Det finns inget alternativ --colour",
                "run --colour red --lang en | There is no option --colour",
                "run --seed 1 --seed 2 | --seed står mer än en gång",
                "run --log-file /no/such.log | --log-file /no/such.log kan inte läsas",
                "run --out pom.xml/report | --out pom.xml/report kan inte skapas",
                "run --out pom.xml --lang en | --out pom.xml cannot be made",
                "doctor --print-settings --runs 0 | --runs 0 går inte: välj ett tal från 1 till 9",
                "doctor --print-settings --runs 2 --public-url http://a.se | --runs 2 går inte med den adressen",
                "explain NOPE-1 --lang en | There is no requirement NOPE-1",
                "explain | ID saknas",
                "explain CORE-001 CORE-002 | Argumentet CORE-002 hör inte hit",
                "token --number 1985 | --number tar bara Skatteverkets testpersonnummer",
                "token --number 198506149808 --lang en | --number takes only the test personnummer",
                "token --number 198506140006 | --number tar bara Skatteverkets testpersonnummer",
                "juggle | Det finns inget kommando juggle: välj bland run, doctor",
                "'' | Ange ett kommando, till exempel run",
            })
    void endsWithSixtyFourForABadArgumentAndSaysWhatToWrite(String line, String said) {
        assertThat(execute(line.isEmpty() ? new String[0] : line.split(" ", -1)))
                .isEqualTo(64);
        assertThat(err.toString().lines().findFirst().orElseThrow()).contains(said);
    }

    @Test
    void endsWithSeventyWhereTheSuiteItselfBreaks() {
        PrintWriter broken = new PrintWriter(out) {
            @Override
            public void println(String text) {
                throw new IllegalStateException("no more paper");
            }
        };

        assertThat(ConformanceCommand.execute(broken, new PrintWriter(err, true), "list", "--format", "json"))
                .isEqualTo(70);
        assertThat(err.toString()).contains("Ett fel i sviten, inte i systemet").contains("no more paper");
    }

    @Test
    void endsWithSeventyWhereACheckBreaksUnlessTheSystemIsAlreadyFoundWanting() {
        assertThat(ExitCode.of(judged(Verdict.NOT_OBSERVED, Blame.SUITE))).isEqualTo(70);
        assertThat(ExitCode.of(judged(Verdict.NOT_OBSERVED, Blame.SYSTEM))).isEqualTo(2);
        assertThat(ExitCode.of(judged(Verdict.FAILED, Blame.SYSTEM))).isEqualTo(1);
    }

    private static RunResult judged(Verdict verdict, Blame blame) {
        Entry entry = Requirements.load().find("CORE-001").orElseThrow();
        CheckResult check = new CheckResult(
                "X#y", List.of(entry.id()), verdict, Optional.of(blame), Optional.empty(), Duration.ZERO);
        return new RunResult(
                "1.0-draft",
                Target.unknown(URI.create("http://localhost/v1")),
                1,
                Instant.EPOCH,
                Duration.ZERO,
                List.of(new RequirementResult(entry, verdict, List.of(check))),
                false,
                0);
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
    void namesTheOptionWhereTheSuiteCannotListen() {
        listen = "192.0.2.1:9911";

        assertTrouble("cannot listen at 192.0.2.1:9911", "--listen");
    }

    @Test
    void takesTheNextPortWhereTheFirstIsTakenAndNamesTheIssuerThatIsMissing() throws IOException {
        int port = Integer.parseInt(listen.substring(listen.indexOf(':') + 1));
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run()).isEqualTo(2);
            assertThat(err.toString())
                    .contains("The port 127.0.0.1:" + taken.getLocalPort() + " is taken")
                    .contains("does not trust the suite's issuer http://127.0.0.1:")
                    .contains("--runs");
        }
    }

    @Test
    void namesTheServerThatIsThereAlready() throws IOException {
        Path jar = Files.createFile(folder.resolve("server.jar"));

        assertThat(run("--start", jar.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("Something answers at " + system.base().replaceAll("http://|/v1", ""))
                .contains("--start");
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
