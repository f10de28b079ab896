package se.ryggrad.server.portability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.server.it.ServerProcess;
import se.ryggrad.server.it.SuiteProcess;

/** Runs the whole conformance suite against the engine, with its in-memory defaults, on Payara Micro. */
class PayaraMicroIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path LOG = TARGET.resolve("payara.log");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @Test
    void conforms() throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        SuiteProcess suite = new SuiteProcess();
        URI base = URI.create("http://localhost:" + port + "/ryggrad/2581/v1");
        Process runtime = payara(PortableWar.write(folder.resolve("portable.war")), port, suite.trust());
        try {
            awaitAnswer(base, runtime);
            suite.conforms(base, TARGET.resolve("conformance-payara"));
        } finally {
            runtime.destroy();
            if (!runtime.waitFor(1, TimeUnit.MINUTES)) {
                runtime.destroyForcibly().waitFor();
            }
        }
    }

    private Process payara(Path war, int port, Map<String, String> trust) throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.add(ProcessHandle.current().info().command().orElse("java"));
        trust.forEach((name, value) -> arguments.add("-D" + name + "=" + value));
        arguments.addAll(
                List.of("-Xmx512m", ServerProcess.QUICK, "-Dryggrad.base-url=http://localhost:" + port + "/ryggrad"));
        arguments.addAll(List.of("-jar", TARGET.resolve("payara-micro.jar").toString()));
        arguments.addAll(List.of("--nocluster", "--nohostaware", "--disablephonehome"));
        arguments.addAll(List.of("--port", Integer.toString(port), "--contextroot", "/ryggrad"));
        arguments.addAll(List.of("--rootdir", folder.resolve("payara").toString()));
        arguments.addAll(List.of("--deploy", war.toString()));
        return new ProcessBuilder(arguments)
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
    }

    private static void awaitAnswer(URI base, Process runtime) throws InterruptedException, IOException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + "/capabilities")).build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && runtime.isAlive()) {
            if (answers(client, request)) {
                return;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("Payara Micro does not answer:\n" + Files.readString(LOG));
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
