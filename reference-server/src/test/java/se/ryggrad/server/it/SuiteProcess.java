package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs {@code ryggrad-conformance.jar} in a process of its own, its counterparties on a port of their own. */
public final class SuiteProcess {
    private static final Path JAR = Path.of("..", "conformance-tests", "target", "ryggrad-conformance.jar");
    private static final long LIMIT_MINUTES = 10;

    private final int counterparties = ServerProcess.freePort();

    /** Returns the settings that the suite itself says a server needs. */
    public Map<String, String> trust() throws IOException {
        Process printer = new ProcessBuilder(
                        command("doctor", "--print-settings", "--listen", "127.0.0.1:" + counterparties))
                .start();
        Properties printed = new Properties();
        try (Reader lines = printer.inputReader(StandardCharsets.UTF_8)) {
            printed.load(lines);
        }
        Map<String, String> settings = new HashMap<>();
        printed.stringPropertyNames().forEach(name -> settings.put(name, printed.getProperty(name)));
        return settings;
    }

    /** Returns how long the run whose report lies in {@code out} took by itself. */
    Duration took(Path out) throws IOException {
        try {
            Map<String, Object> report = JSONObjectUtils.parse(Files.readString(out.resolve("report.json")));
            assertThat(report).containsEntry("partial", false).containsEntry("verdict", "conformant");
            return Duration.ofMillis(JSONObjectUtils.getLong(report, "tookMillis"));
        } catch (ParseException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /**
     * Runs the suite without the system's log and fails unless the verdict is that the system conforms.
     *
     * @param target the base URL under test
     * @param out where the report goes
     */
    public void conforms(URI target, Path out) throws IOException, InterruptedException {
        conforms(target, out, List.of());
    }

    /**
     * Runs the suite and fails unless the verdict is that the system conforms.
     *
     * @param target the base URL under test
     * @param out where the report goes
     * @param log the system's log, in which the suite looks for identity numbers
     */
    void conforms(URI target, Path out, Path log) throws IOException, InterruptedException {
        conforms(target, out, List.of("--log-file", log.toString()));
        assertThat(Files.readString(out.resolve("report.json"))).contains("\"certifiable\" : true");
    }

    private void conforms(URI target, Path out, List<String> more) throws IOException, InterruptedException {
        Path console = Files.createDirectories(out).resolve("console.txt");
        List<String> line = new ArrayList<>(command("run", "--lang", "en", "--target", target.toString()));
        line.addAll(List.of("--listen", "127.0.0.1:" + counterparties, "--out", out.toString()));
        line.addAll(more);
        Process suite = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        boolean ended = suite.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
        suite.destroyForcibly();
        assertThat(ended).as(Files.readString(console)).isTrue();
        assertThat(suite.exitValue()).as(Files.readString(console)).isZero();
    }

    private static List<String> command(String... arguments) {
        String java = ProcessHandle.current().info().command().orElse("java");
        return Stream.concat(Stream.of(java, ServerProcess.QUICK, "-jar", JAR.toString()), Stream.of(arguments))
                .toList();
    }
}
