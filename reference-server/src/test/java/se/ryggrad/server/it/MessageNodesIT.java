package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.core.json.JsonTree.ObjectNode;
import se.ryggrad.server.it.PlayedOperator.Call;
import se.ryggrad.server.it.PlayedOperator.Reply;

/** Lets two servers on one PostgreSQL work off the same messages (MSG-015, MSG-018, MSG-038). */
class MessageNodesIT {
    private static final int MESSAGES = 60;
    private static final String SHARED = "Brev ";
    private static final String HELD = "Kvarhållet";
    private static final String LATER = "Därefter ";
    private static final Duration WORK = Duration.ofMillis(30);
    private static final Duration FOR_EVER = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path one;

    @TempDir
    Path other;

    @AutoClose
    private final PlayedOperator operator = new PlayedOperator();

    private final Map<String, String> database = PostgresServer.settings();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean dead = new AtomicBoolean();

    @Test
    void triesEachDeliveryOnceAndGoesOnForANodeThatDied() throws IOException {
        operator.plan(this::answer);
        try (Node left = new Node("left", one);
                Node right = new Node("right", other)) {
            sharesTheWork(left, right);
            right.messages().send(SentMessages.letter(Api.ALVA, HELD, "post"));
            await(() -> operator.callsWith(HELD).size() == 1);
            boolean atRight = right.called(operator.callsWith(HELD).get(0));
            goesOn(atRight ? right : left, atRight ? left : right);
        }
    }

    /** Fails at the first sight of a shared delivery, and keeps whoever brings the held one waiting for as long as they live. */
    private Reply answer(Call call) {
        if (!call.asks() && call.body().contains(SHARED) && seen.add(call.delivery())) {
            return Reply.of(503, "");
        }
        return PlayedOperator.taken(call).after(call.body().contains(HELD) && !dead.get() ? FOR_EVER : WORK);
    }

    /** Each message fails once, so that both nodes wait for the moment at which it is due again. */
    private void sharesTheWork(Node left, Node right) throws IOException {
        Map<String, Node> sent = new HashMap<>();
        for (int i = 0; i < MESSAGES; i++) {
            Node node = i % 2 == 0 ? left : right;
            sent.put(node.messages().send(SentMessages.letter(Api.ALVA, SHARED + i, "post")), node);
        }
        Set<String> deliveries = new HashSet<>();
        for (Map.Entry<String, Node> each : sent.entrySet()) {
            ObjectNode message = each.getValue().messages().becomes(each.getKey(), "delivered");
            assertThat(SentMessages.attempts(message)).containsExactly("post delivered 2");
            deliveries.add(SentMessages.delivery(message, 0));
        }
        List<Call> calls = operator.callsWith(SHARED);
        Map<String, Long> tries = calls.stream().collect(Collectors.groupingBy(Call::delivery, Collectors.counting()));
        assertThat(deliveries).hasSize(MESSAGES);
        assertThat(tries.keySet()).isEqualTo(deliveries);
        assertThat(tries.values()).containsOnly(2L);
        assertThat(operator.calls().stream().filter(Call::asks)).hasSize(2 * MESSAGES);
        assertThat(calls).anyMatch(left::called).anyMatch(right::called);
    }

    /** The node that called with the held message dies; the other calls in its place, and takes what comes after. */
    private void goesOn(Node dies, Node lives) throws IOException {
        dies.server().kill();
        dead.set(true);
        takes(LATER + "tar den andra vid", lives);
        await(() -> operator.callsWith(HELD).size() == 2);
        takes(LATER + "är allt som förut", lives);
        List<Call> calls = operator.callsWith(HELD);
        assertThat(calls).hasSize(2);
        assertThat(calls.get(1).body()).isEqualTo(calls.get(0).body());
        assertThat(lives.called(calls.get(1))).isTrue();
    }

    private static void takes(String subject, Node node) throws IOException {
        String id = node.messages().send(SentMessages.letter(Api.ALVA, subject, "post"));
        assertThat(SentMessages.attempts(node.messages().becomes(id, "delivered")))
                .containsExactly("post delivered 1");
    }

    private static void await(BooleanSupplier wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            SentMessages.pause();
        }
    }

    /** Is a server that calls the operator with a token of its own, by which the operator tells them apart. */
    private final class Node implements AutoCloseable {
        private final String token;
        private final ServerProcess server;
        private final SentMessages messages;

        Node(String token, Path data) {
            this.token = token;
            Map<String, String> all = new HashMap<>(database);
            all.put("ryggrad.messages.tries", "20");
            all.put("ryggrad.messages.first-retry", "PT0.1S");
            all.put("ryggrad.messages.notice-link", "https://minasidor.example.se/");
            all.putAll(operator.channel("post", "letter", Map.of("token", token)));
            this.server = ServerProcess.start(data, all);
            this.messages = new SentMessages(Client.system(server, data, "messages:send"));
        }

        ServerProcess server() {
            return server;
        }

        SentMessages messages() {
            return messages;
        }

        boolean called(Call call) {
            return ("Bearer " + token).equals(call.headers().getFirst("Authorization"));
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
