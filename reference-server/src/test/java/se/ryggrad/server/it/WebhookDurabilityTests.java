package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.core.json.JsonTree.ObjectNode;
import se.ryggrad.server.it.PlayedOperator.Call;
import se.ryggrad.server.it.PlayedOperator.Reply;

/** Tests that events are sent whatever becomes of the process that wrote them (EVT-030); a subclass gives the database. */
abstract class WebhookDurabilityTests {
    private static final int KILLS = 3;
    private static final int WRITERS = 4;
    private static final int WRITES_BEFORE_KILL = 40;

    /** Every so many calls the receiver is busy, so that events wait for their next try when the server dies. */
    private static final int BUSY_EVERY = 4;

    private static final Duration RECEIVER_WORKS = Duration.ofMillis(15);

    @TempDir
    Path data;

    @AutoClose
    private final PlayedOperator receiver = new PlayedOperator();

    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();

    /** Returns the settings of the database. */
    abstract Map<String, String> settings();

    @Test
    void losesNoEventWhenKilled() throws Exception {
        int port = ServerProcess.freePort();
        receiver.plan(Follower.answering(this::workingAndBusyByTurns));
        List<ObjectNode> made = new ArrayList<>();
        Set<String> cases = ConcurrentHashMap.newKeySet();
        for (int kill = 0; kill < KILLS; kill++) {
            ServerProcess server = start(port);
            if (made.isEmpty()) {
                made.add(new Follower(server, data).subscribe(receiver.origin() + "/diary"));
            }
            loadAndKill(server, new Load(new Api(server, data), cases, new AtomicBoolean()));
        }
        try (ServerProcess server = start(port)) {
            Follower follower = new Follower(server, data);
            Map<String, String> feed = follower.feed();
            assertThat(cases).hasSizeGreaterThanOrEqualTo(KILLS * WRITES_BEFORE_KILL);
            assertThat(feed.size()).isGreaterThanOrEqualTo(cases.size());
            Follower.until("every event of the feed", () -> taken.containsAll(feed.keySet()));
            Follower.verify(Follower.events(receiver, "/diary"), made.get(0), feed);
            Follower.inOrder(Follower.events(receiver, "/diary"));
        }
    }

    private Reply workingAndBusyByTurns(Call call) {
        if (calls.incrementAndGet() % BUSY_EVERY == 0) {
            return Reply.of(503, "");
        }
        taken.add(call.headers().getFirst("webhook-id"));
        return Reply.of(200, "").after(RECEIVER_WORKS);
    }

    private ServerProcess start(int port) {
        Map<String, String> all = new HashMap<>(settings());
        all.putAll(Follower.settings(receiver));
        return ServerProcess.start(data, port, Path.of("target"), all);
    }

    private static void loadAndKill(ServerProcess server, Load load) throws Exception {
        int enough = load.cases().size() + WRITES_BEFORE_KILL;
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<Void>> running = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            running.add(writers.submit(load));
        }
        while (load.cases().size() < enough && running.stream().noneMatch(Future::isDone)) {
            Thread.sleep(20);
        }
        load.killed().set(true);
        server.kill();
        for (Future<Void> each : running) {
            each.get(2, TimeUnit.MINUTES);
        }
        writers.shutdown();
    }

    /** Writes cases until the server is killed. */
    private record Load(Api api, Set<String> cases, AtomicBoolean killed) implements Callable<Void> {
        @Override
        public @Nullable Void call() throws IOException {
            try {
                while (true) {
                    HttpResponse<String> created = api.create(UUID.randomUUID());
                    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
                    cases.add(created.headers().firstValue("Location").orElseThrow());
                }
            } catch (IOException broken) {
                if (killed.get()) {
                    return null;
                }
                throw broken;
            }
        }
    }
}
