package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the conformance suite against the server at its most verbose documented level, on both databases, and searches the
 * log for identity numbers afterwards.
 */
class ConformanceIT {
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

    @Test
    void searchFindsWhatIsPlanted() {
        String encoded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(Api.ALVA.getBytes(StandardCharsets.UTF_8));
        assertThat(IdentityNumbersIn.text("case of 199001012385 opened")).hasSize(1);
        assertThat(IdentityNumbersIn.text("person=9001012385;")).hasSize(1);
        assertThat(IdentityNumbersIn.text("900101-2385 19900101-2385 19900101%2D2385"))
                .hasSize(3);
        assertThat(IdentityNumbersIn.text("q=" + encoded)).hasSize(1);
        assertThat(IdentityNumbersIn.text("199001012386 2026112312 00000028")).isEmpty();
    }

    private void conforms(String name, Map<String, String> database) throws IOException, InterruptedException {
        SuiteProcess suite = new SuiteProcess();
        Map<String, String> settings = new HashMap<>(database);
        settings.putAll(suite.trust());
        settings.put("ryggrad.log.level", "all");
        try (ServerProcess server = ServerProcess.start(data, settings)) {
            suite.conforms(server.uri("/ryggrad/2581/v1"), Path.of("target", "conformance-" + name), server.logFile());
            assertThat(server.log()).contains("se.ryggrad");
            assertThat(IdentityNumbersIn.text(server.log())).isEmpty();
        }
    }
}
