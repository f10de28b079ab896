package se.ryggrad.conformance.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.wire.Header;
import se.ryggrad.conformance.wire.Octets;
import se.ryggrad.conformance.wire.Sent;

/** A server that the suite has started from a runnable jar, with a fresh data folder, and stops again. */
public final class StartedServer implements AutoCloseable {

    /** The server lives for one run: the quick compiler and the plain collector save more than the others would win. */
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Duration START = Duration.ofMinutes(3);
    private static final long STOP_SECONDS = 20;

    private final Process process;
    private final Path folder;
    private final Thread guard;

    private StartedServer(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.guard = new Thread(this::stop, "ryggrad-stop-server");
    }

    /**
     * Starts the jar and waits until it answers at the base URL.
     *
     * @throws Obstacle if it does not come up
     */
    public static StartedServer start(Path jar, URI base) {
        if (!Files.isRegularFile(jar)) {
            throw Obstacle.of("trouble.no-jar", Blame.CONFIGURATION, jar);
        }
        if (answers(base)) {
            throw Obstacle.of("trouble.port-taken", Blame.CONFIGURATION, base.getAuthority());
        }
        try {
            Path folder = Files.createTempDirectory("ryggrad-run-");
            StartedServer server = new StartedServer(launch(jar, folder), folder);
            Runtime.getRuntime().addShutdownHook(server.guard);
            server.awaitReady(base);
            return server;
        } catch (IOException fault) {
            throw (Obstacle) Obstacle.of("trouble.not-started", Blame.CONFIGURATION, jar, fault.getMessage())
                    .initCause(fault);
        }
    }

    /** Returns all that the server has logged so far: its output and its log files. */
    public String log() {
        try (Stream<Path> files = Files.walk(folder.resolve("logs"))) {
            StringBuilder log = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                log.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .append('\n');
            }
            return log.toString();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(guard);
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Process launch(Path jar, Path folder) throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(QUICK);
        command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "RYGGRAD_DATA_DIR", folder.resolve("data").toString(),
                        "RYGGRAD_ENVIRONMENT", "test",
                        "LOG_DIR", logs.toString()));
        return builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve("console.log").toFile())
                .start();
    }

    private void awaitReady(URI base) {
        long end = System.nanoTime() + START.toNanos();
        while (!answers(base)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                String last = last(log());
                close();
                throw Obstacle.of("trouble.server-ended", Blame.CONFIGURATION, last);
            }
            Pause.brief();
        }
    }

    private static boolean answers(URI base) {
        Sent question = new Sent("GET", base + "/capabilities", List.<Header>of(), Octets.none());
        try {
            return Http.Lines.open(Duration.ofSeconds(10))
                            .client()
                            .send(question)
                            .status()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void stop() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
                process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            all.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private static String last(String log) {
        List<String> lines = log.lines().filter(l -> !l.isBlank()).toList();
        return lines.isEmpty() ? "-" : lines.get(lines.size() - 1);
    }
}
