package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what outlives the process; a subclass gives the database. */
abstract class DurabilityTests {
    private static final int KILLS = 5;
    private static final int WRITERS = 8;
    private static final int WRITES_BEFORE_KILL = 60;

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
            same(api.create(key), first);
        }
    }

    @Test
    void losesNothingAcknowledgedWhenKilledFiveTimes() throws Exception {
        int port = ServerProcess.freePort();
        Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
        for (int kill = 0; kill < KILLS; kill++) {
            ServerProcess server = ServerProcess.start(data, port, Path.of("target"), settings());
            Api api = new Api(server, data);
            verify(api, acknowledged);
            loadAndKill(server, new Load(api, acknowledged, new AtomicBoolean()));
        }
        try (ServerProcess server = ServerProcess.start(data, port, Path.of("target"), settings())) {
            verify(new Api(server, data), acknowledged);
            assertThat(acknowledged.size()).isGreaterThanOrEqualTo(KILLS * WRITES_BEFORE_KILL);
        }
    }

    private static void loadAndKill(ServerProcess server, Load load) throws Exception {
        int enough = load.acknowledged().size() + WRITES_BEFORE_KILL;
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<Void>> running = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            running.add(writers.submit(load));
        }
        while (load.acknowledged().size() < enough && running.stream().noneMatch(Future::isDone)) {
            Thread.sleep(20);
        }
        load.killed().set(true);
        server.kill();
        for (Future<Void> each : running) {
            each.get(2, TimeUnit.MINUTES);
        }
        writers.shutdown();
    }

    private static void verify(Api api, Iterable<Acknowledged> acknowledged) throws IOException, ParseException {
        for (Acknowledged each : acknowledged) {
            same(each.write().send(api), each.answer());
            HttpResponse<String> read = api.read(each.location());
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(version(read)).isGreaterThanOrEqualTo(version(each.answer()));
        }
    }

    private static void same(HttpResponse<String> again, HttpResponse<String> first) {
        assertThat(again.statusCode()).as(again.body()).isEqualTo(first.statusCode());
        assertThat(again.body()).isEqualTo(first.body());
        for (String name : List.of("Location", "ETag", "Content-Type", "Content-Language")) {
            assertThat(again.headers().allValues(name))
                    .as(name)
                    .isEqualTo(first.headers().allValues(name));
        }
        assertThat(first.headers().firstValue("ETag")).isPresent();
    }

    private static long version(HttpResponse<String> answer) throws ParseException {
        return JSONObjectUtils.getLong(JSONObjectUtils.parse(answer.body()), "version");
    }

    private static String location(HttpResponse<String> created) {
        return created.headers().firstValue("Location").orElseThrow();
    }

    /** Is a write that can be sent again. */
    @FunctionalInterface
    private interface Write {
        HttpResponse<String> send(Api api) throws IOException;
    }

    private record Acknowledged(String location, Write write, HttpResponse<String> answer) {}

    /** Creates cases, writes a message in each and lets the officer take it, until the server is killed. */
    private record Load(Api api, Queue<Acknowledged> acknowledged, AtomicBoolean killed) implements Callable<Void> {
        @Override
        public @Nullable Void call() throws IOException {
            try {
                while (true) {
                    UUID key = UUID.randomUUID();
                    String location = location(acknowledge(Optional.empty(), 201, any -> any.create(key)));
                    act(Optional.of(location));
                }
            } catch (IOException broken) {
                if (killed.get()) {
                    return null;
                }
                throw broken;
            }
        }

        private void act(Optional<String> location) throws IOException {
            String address = location.orElseThrow();
            UUID message = UUID.randomUUID();
            acknowledge(location, 200, any -> any.message(address, message));
            String tag = api.readAsOfficer(address).headers().firstValue("ETag").orElseThrow();
            UUID assign = UUID.randomUUID();
            acknowledge(location, 200, any -> any.assign(address, assign, tag));
        }

        private HttpResponse<String> acknowledge(Optional<String> location, int status, Write write)
                throws IOException {
            HttpResponse<String> answer = write.send(api);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            acknowledged.add(new Acknowledged(location.orElseGet(() -> location(answer)), write, answer));
            return answer;
        }
    }
}
