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
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.core.json.JsonTree.ObjectNode;
import se.ryggrad.server.it.PlayedOperator.Reply;

/** Tests that messages outlive the process that took them (MSG-038); a subclass gives the database. */
abstract class MessageDurabilityTests {
    private static final int KILLS = 4;
    private static final int WRITERS = 6;
    private static final int WRITES_BEFORE_KILL = 60;

    /** Every so many deliveries the operator is busy, so that messages wait for their next try when the server dies. */
    private static final int BUSY_EVERY = 4;

    private static final Duration OPERATOR_WORKS = Duration.ofMillis(15);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path data;

    @AutoClose
    private final PlayedOperator operator = new PlayedOperator();

    /** Returns the settings of the database. */
    abstract Map<String, String> settings();

    @Test
    void losesNoMessageWhenKilled() throws Exception {
        int port = ServerProcess.freePort();
        operator.plan(workingAndBusyByTurns());
        Queue<Taken> taken = new ConcurrentLinkedQueue<>();
        for (int kill = 0; kill < KILLS; kill++) {
            ServerProcess server = start(port);
            loadAndKill(server, new Load(sender(server), taken, new AtomicBoolean()));
        }
        try (ServerProcess server = start(port)) {
            assertThat(taken.size()).isGreaterThanOrEqualTo(KILLS * WRITES_BEFORE_KILL);
            everyOneArrives(taken);
            everyDeliveryIsOneMessage(taken, new SentMessages(sender(server)), sender(server));
        }
    }

    private ServerProcess start(int port) {
        Map<String, String> all = new HashMap<>(settings());
        all.put("ryggrad.messages.tries", "20");
        all.put("ryggrad.messages.first-retry", "PT0.05S");
        all.put("ryggrad.messages.notice-link", "https://minasidor.example.se/");
        all.putAll(operator.channel("post", "letter", Map.of()));
        return ServerProcess.start(data, port, Path.of("target"), all);
    }

    private Client sender(ServerProcess server) {
        return Client.system(server, data, "messages:send");
    }

    private static java.util.function.Function<PlayedOperator.Call, Reply> workingAndBusyByTurns() {
        AtomicInteger deliveries = new AtomicInteger();
        return call -> !call.asks() && deliveries.incrementAndGet() % BUSY_EVERY == 0
                ? Reply.of(503, "")
                : PlayedOperator.taken(call).after(OPERATOR_WORKS);
    }

    private static void loadAndKill(ServerProcess server, Load load) throws Exception {
        int enough = load.taken().size() + WRITES_BEFORE_KILL;
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<Void>> running = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            running.add(writers.submit(load));
        }
        while (load.taken().size() < enough && running.stream().noneMatch(Future::isDone)) {
            Thread.sleep(20);
        }
        load.killed().set(true);
        server.kill();
        for (Future<Void> each : running) {
            each.get(2, TimeUnit.MINUTES);
        }
        writers.shutdown();
    }

    private void everyOneArrives(Queue<Taken> taken) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<String> missing = missing(taken);
        while (!missing.isEmpty()) {
            assertThat(System.nanoTime()).as("not delivered: %s", missing).isLessThan(end);
            SentMessages.pause();
            missing = missing(taken);
        }
    }

    private List<String> missing(Queue<Taken> taken) {
        Map<String, List<PlayedOperator.Call>> arrived = deliveriesBySubject();
        return taken.stream()
                .map(Taken::subject)
                .filter(subject -> !arrived.containsKey(subject))
                .toList();
    }

    private Map<String, List<PlayedOperator.Call>> deliveriesBySubject() {
        return operator.calls().stream()
                .filter(call -> !call.asks())
                .collect(Collectors.groupingBy(
                        call -> call.content().text("subject").orElseThrow()));
    }

    /** The operator can tell what it has got before by the id of the delivery, which is that of one content. */
    private void everyDeliveryIsOneMessage(Queue<Taken> taken, SentMessages messages, Client again) throws IOException {
        Map<String, List<PlayedOperator.Call>> arrived = deliveriesBySubject();
        assertThat(arrived.values()).allSatisfy(calls -> {
            assertThat(calls.stream().map(PlayedOperator.Call::delivery).distinct())
                    .hasSize(1);
            assertThat(calls.stream().map(PlayedOperator.Call::body).distinct()).hasSize(1);
        });
        assertThat(arrived.values().stream().map(calls -> calls.get(0).delivery()))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(taken.size());
        for (Taken each : taken) {
            ObjectNode message = messages.becomes(each.id(), "delivered");
            assertThat(arrived.getOrDefault(each.subject(), List.of()))
                    .extracting(PlayedOperator.Call::delivery)
                    .containsOnly(SentMessages.delivery(message, 0));
            assertThat(each.send(again).body()).isEqualTo(each.answer());
        }
    }

    /**
     * Is a message that the server has answered for.
     *
     * @param subject what it is about, unlike every other
     * @param key the key that it was sent under
     * @param id what the server calls it
     * @param answer the answer
     */
    private record Taken(String subject, UUID key, String id, String answer) {
        static Taken by(Client client, String subject, UUID key) throws IOException {
            HttpResponse<String> answer = client.post("/messages", body(subject), key);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            return new Taken(
                    subject, key, SentMessages.parsed(answer).text("id").orElseThrow(), answer.body());
        }

        HttpResponse<String> send(Client client) throws IOException {
            return client.post("/messages", body(subject), key);
        }

        private static String body(String subject) {
            return SentMessages.letter(Api.ALVA, subject, "post");
        }
    }

    /** Sends letters, each about something else, until the server is killed. */
    private record Load(Client sender, Queue<Taken> taken, AtomicBoolean killed) implements Callable<Void> {
        @Override
        public @Nullable Void call() throws IOException {
            try {
                while (true) {
                    taken.add(Taken.by(sender, UUID.randomUUID().toString(), UUID.randomUUID()));
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
