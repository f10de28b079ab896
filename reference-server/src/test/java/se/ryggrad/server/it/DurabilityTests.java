package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what outlives the process; a subclass gives the database. */
abstract class DurabilityTests {
    private static final int KILLS = 5;
    private static final int WRITERS = 8;
    private static final int CASES_BEFORE_KILL = 40;

    @TempDir
    Path data;

    /** Returns the settings of the database. */
    abstract Map<String, String> settings();

    @Test
    void keepsEverythingOverARestartFromAnotherFolder() throws IOException {
        int port = ServerProcess.freePort();
        UUID key = UUID.randomUUID();
        HttpResponse<String> first;
        HttpResponse<String> before;
        try (ServerProcess server = ServerProcess.start(data, port, Path.of("target"), settings())) {
            Api api = new Api(server, data);
            first = api.create(key);
            assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
            before = api.read(location(first));
        }
        Path elsewhere = Files.createDirectories(Path.of("target", "elsewhere"));
        try (ServerProcess server = ServerProcess.start(data, port, elsewhere, settings())) {
            Api api = new Api(server, data);
            HttpResponse<String> after = api.read(location(first));
            assertThat(after.body()).isEqualTo(before.body());
            assertThat(after.headers().firstValue("ETag"))
                    .isEqualTo(before.headers().firstValue("ETag"));
            assertThat(api.create(key).body()).isEqualTo(first.body());
        }
    }

    @Test
    void losesNothingAcknowledgedWhenKilledFiveTimes() throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        Map<UUID, HttpResponse<String>> acknowledged = new ConcurrentHashMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            ServerProcess server = ServerProcess.start(data, port, Path.of("target"), settings());
            Api api = new Api(server, data);
            verify(api, acknowledged);
            loadAndKill(server, api, acknowledged);
        }
        try (ServerProcess server = ServerProcess.start(data, port, Path.of("target"), settings())) {
            verify(new Api(server, data), acknowledged);
            assertThat(acknowledged.size()).isGreaterThanOrEqualTo(KILLS * CASES_BEFORE_KILL);
        }
    }

    private static void loadAndKill(ServerProcess server, Api api, Map<UUID, HttpResponse<String>> acknowledged)
            throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(CASES_BEFORE_KILL);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        for (int i = 0; i < WRITERS; i++) {
            writers.execute(() -> writeUntilKilled(api, acknowledged, enough));
        }
        assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
        server.kill();
        writers.shutdown();
        assertThat(writers.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
    }

    private static void writeUntilKilled(Api api, Map<UUID, HttpResponse<String>> acknowledged, CountDownLatch enough) {
        try {
            while (true) {
                UUID key = UUID.randomUUID();
                HttpResponse<String> answer = api.create(key);
                if (answer.statusCode() != 201) {
                    return;
                }
                acknowledged.put(key, answer);
                enough.countDown();
            }
        } catch (IOException killed) {
            enough.countDown();
        }
    }

    private static void verify(Api api, Map<UUID, HttpResponse<String>> acknowledged) throws IOException {
        for (Map.Entry<UUID, HttpResponse<String>> entry : acknowledged.entrySet()) {
            assertThat(api.read(location(entry.getValue())).statusCode()).isEqualTo(200);
            HttpResponse<String> replay = api.create(entry.getKey());
            assertThat(replay.body()).isEqualTo(entry.getValue().body());
            assertThat(replay.headers().firstValue("Location"))
                    .isEqualTo(entry.getValue().headers().firstValue("Location"));
        }
    }

    private static String location(HttpResponse<String> created) {
        return created.headers().firstValue("Location").orElseThrow();
    }
}
