package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs {@code ryggrad-conformance.jar} in a process of its own, its counterparties on a port of their own. */
public final class SuiteProcess {
    private static final Path JAR = Path.of("..", "conformance-tests", "target", "ryggrad-conformance.jar");
    private static final long LIMIT_MINUTES = 10;

    private final int counterparties = ServerProcess.freePort();

    /** Returns the settings by which a server trusts the issuers of this suite's people. */
    public Map<String, String> trust() {
        Map<String, String> settings = new HashMap<>();
        for (String kind : List.of("person", "person-2", "officer", "system")) {
            settings.put("ryggrad.issuer." + kind + ".url", "http://127.0.0.1:" + counterparties + "/1/" + kind);
            settings.put("ryggrad.issuer." + kind + ".actors", kind.replace("-2", ""));
        }
        return settings;
    }

    /**
     * Runs the suite and fails unless the verdict is that the system conforms.
     *
     * @param target the base URL under test
     * @param out where the report goes
     */
    public void conforms(URI target, Path out) throws IOException, InterruptedException {
        Path console = Files.createDirectories(out).resolve("console.txt");
        String java = ProcessHandle.current().info().command().orElse("java");
        List<String> command = List.of(java, "-jar", JAR.toString(), "run", "--lang", "en");
        List<String> options = List.of(
                "--target", target.toString(), "--listen", "127.0.0.1:" + counterparties, "--out", out.toString());
        Process suite = new ProcessBuilder(
                        Stream.concat(command.stream(), options.stream()).toList())
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        boolean ended = suite.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
        suite.destroyForcibly();
        assertThat(ended).as(Files.readString(console)).isTrue();
        assertThat(suite.exitValue()).as(Files.readString(console)).isZero();
    }
}
