package se.ryggrad.server.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs {@code ryggrad-server.jar} in a process of its own. */
public final class ServerProcess implements AutoCloseable {
    /** For a process that lives for a test: the quick compiler alone saves more than the thorough one would win. */
    public static final String QUICK = "-XX:TieredStopAtLevel=1";

    private static final String PLAIN_COLLECTOR = "-XX:+UseSerialGC";

    /** Where the servers of the tests unpack themselves; tests that run beside these in another process have their own. */
    static final Path TEMPORARY =
            Path.of("target", "server-tmp-" + ProcessHandle.current().pid()).toAbsolutePath();

    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Process process;
    private final Path log;
    private final int port;

    private ServerProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts the server on a free port and waits until it is ready. */
    static ServerProcess start(Path dataDirectory, Map<String, String> settings) {
        return start(dataDirectory, freePort(), Path.of("target"), settings);
    }

    /** Starts the server on {@code port} from {@code workingDirectory} and waits until it is ready. */
    public static ServerProcess start(
            Path dataDirectory, int port, Path workingDirectory, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("ryggrad.data-dir", dataDirectory.toString());
        all.put("ryggrad.http.port", Integer.toString(port));
        ServerProcess server = launch(workingDirectory, port, all);
        server.awaitReady();
        return server;
    }

    /** Starts the server without waiting. */
    static ServerProcess launch(Path workingDirectory, int port, Map<String, String> settings, String... arguments) {
        Path jar = Path.of("target", "ryggrad-server.jar").toAbsolutePath();
        String java = ProcessHandle.current().info().command().orElse("java");
        try {
            Files.createDirectories(TEMPORARY);
            Path log = Files.createTempFile(Path.of("target"), "server-", ".log");
            List<String> line =
                    new ArrayList<>(List.of(java, "-Xmx512m", QUICK, PLAIN_COLLECTOR, "-Djava.io.tmpdir=" + TEMPORARY));
            settings.keySet().stream()
                    .filter(ServerProcess::isListed)
                    .forEach(name -> line.add("-D" + name + "=" + settings.get(name)));
            line.addAll(List.of("-jar", jar.toString()));
            line.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(line);
            settings.forEach((name, value) -> {
                if (!isListed(name)) {
                    builder.environment().put(variable(name), value);
                }
            });
            builder.directory(workingDirectory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            return new ServerProcess(builder.start(), log, port);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns a port that nothing listens on. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    Path logFile() {
        return log;
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits for the process to end by itself. */
    int awaitExit() {
        try {
            if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The server goes on running.");
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Ends the process at once, as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Stops the server in order. */
    @Override
    public void close() {
        process.destroy();
        awaitExit();
    }

    private void awaitReady() {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(uri("/health/ready")).build();
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
                Thread.sleep(POLL.toMillis());
            } catch (IOException notYet) {
                sleep();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("The server did not get ready:\n" + log());
    }

    private static void sleep() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells whether a setting is found by its name, which a variable of the environment does not keep. */
    private static boolean isListed(String name) {
        return Stream.of("ryggrad.issuer.", "ryggrad.registry.", "ryggrad.source.", "ryggrad.channel.")
                .anyMatch(name::startsWith);
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
