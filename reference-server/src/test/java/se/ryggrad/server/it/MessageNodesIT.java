package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.server.it.PlayedOperator.Call;

/** Lets two servers on one PostgreSQL work off the same messages (MSG-015, MSG-018, MSG-038). */
class MessageNodesIT {
    private static final int MESSAGES = 60;
    private static final String HELD = "Kvarhållet";
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

    @Test
    void triesEachDeliveryOnceAndGoesOnForANodeThatDied() throws IOException {
        AtomicBoolean dead = new AtomicBoolean();
        operator.plan(
                call -> PlayedOperator.taken(call).after(call.body().contains(HELD) && !dead.get() ? FOR_EVER : WORK));
        try (ServerProcess left = ServerProcess.start(one, settings());
                ServerProcess right = ServerProcess.start(other, settings())) {
            sharesTheWork(left, right);
            new SentMessages(Client.system(right, other, "messages:send"))
                    .send(SentMessages.letter(Api.ALVA, HELD, "post"));
            await(() -> operator.callsWith(HELD).size() == 1);
            right.kill();
            dead.set(true);
            await(() -> operator.callsWith(HELD).size() == 2);
            assertThat(operator.callsWith(HELD).stream().map(Call::body).distinct())
                    .hasSize(1);
        }
    }

    private void sharesTheWork(ServerProcess left, ServerProcess right) throws IOException {
        List<SentMessages> nodes = List.of(
                new SentMessages(Client.system(left, one, "messages:send")),
                new SentMessages(Client.system(right, other, "messages:send")));
        Map<String, SentMessages> sent = new HashMap<>();
        for (int i = 0; i < MESSAGES; i++) {
            SentMessages node = nodes.get(i % nodes.size());
            sent.put(node.send(SentMessages.letter(Api.ALVA, "Brev " + i, "post")), node);
        }
        for (Map.Entry<String, SentMessages> each : sent.entrySet()) {
            assertThat(SentMessages.attempts(each.getValue().becomes(each.getKey(), "delivered")))
                    .containsExactly("post delivered 1");
        }
        List<Call> deliveries = operator.callsWith("Brev ");
        assertThat(deliveries.stream().map(Call::delivery)).hasSize(MESSAGES).doesNotHaveDuplicates();
        assertThat(operator.calls().stream().filter(Call::asks)).hasSize(MESSAGES);
    }

    private Map<String, String> settings() {
        Map<String, String> all = new HashMap<>(database);
        all.put("ryggrad.messages.notice-link", "https://minasidor.example.se/");
        all.putAll(operator.channel("post", "letter", Map.of()));
        return all;
    }

    private static void await(BooleanSupplier wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            SentMessages.pause();
        }
    }
}
