package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the conformance suite against the server at its most verbose documented level, on both databases, and searches the
 * log for identity numbers afterwards. It measures how long a run takes, so that no other test runs beside it.
 */
@Tag("alone")
class ConformanceIT {
    private static final Duration SUITE = Duration.ofSeconds(60);
    private static final String DEBUG_LINE = "token refused: ";
    private static final String PAGES = "https://minasidor.example.se/arenden/";

    @TempDir
    Path data;

    @Test
    void conformsOnH2AndLogsNoIdentityNumber() throws IOException, InterruptedException {
        conforms("h2", Map.of());
    }

    @Test
    void conformsOnPostgresAndLogsNoIdentityNumber() throws IOException, InterruptedException {
        conforms("postgres", PostgresServer.settings());
    }

    private void conforms(String name, Map<String, String> database) throws IOException, InterruptedException {
        SuiteProcess suite = new SuiteProcess();
        Map<String, String> settings = new HashMap<>(database);
        settings.putAll(suite.trust());
        settings.put("ryggrad.log.level", "all");
        settings.put("ryggrad.principal.2581.case-page", PAGES + "{case}");
        try (ServerProcess server = ServerProcess.start(data, settings)) {
            Path out = Path.of("target", "conformance-" + name);
            URI base = server.uri("/ryggrad/2581/v1");
            suite.conforms(base, out, server.logFile());
            assertThat(suite.took(out)).isLessThan(patience());
            holdsNoIdentityNumber(server.log(), base);
            sendsPeopleToTheirCases(new Api(server, data));
        }
    }

    /** Expects the links that the suite judges where there are any. */
    private static void sendsPeopleToTheirCases(Api api) throws IOException {
        assertThat(api.create(UUID.randomUUID()).statusCode()).isEqualTo(201);
        assertThat(api.get("/overview-items").body()).contains("\"link\":\"" + PAGES);
    }

    private void holdsNoIdentityNumber(String log, URI base) {
        assertThat(log).as("the most verbose level").contains(DEBUG_LINE);
        assertThat(IdentityNumbersIn.text(log)).isEmpty();
        String token = TestTokens.from(data).person(base.toString(), Api.ALVA);
        assertThat(IdentityNumbersIn.text(log + "Bearer " + token)).containsExactly(Api.ALVA);
        assertThat(IdentityNumbersIn.text(log + "GET /cases?q=%22" + Api.ALVA + "%22"))
                .containsExactly(Api.ALVA);
    }

    /** A minute on a machine that does nothing else; where others run beside it, the more the more there are of them. */
    private static Duration patience() {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        double crowd = machine.getSystemLoadAverage() / machine.getAvailableProcessors();
        return SUITE.multipliedBy(Math.max(1, Math.round(crowd)));
    }
}
