package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.core.json.JsonTree.ObjectNode;
import se.ryggrad.server.it.PlayedOperator.Call;
import se.ryggrad.server.it.PlayedOperator.Reply;

/** Lets two servers on one PostgreSQL send the events of the same feed (EVT-024, EVT-025). */
class WebhookNodesIT {
    private static final int CASES = 40;
    private static final Duration WORK = Duration.ofMillis(30);

    @TempDir
    Path one;

    @TempDir
    Path other;

    @AutoClose
    private final PlayedOperator receiver = new PlayedOperator();

    private final Map<String, String> database = PostgresServer.settings();

    @Test
    void sendsEachEventOnceWhicheverNodeWroteIt() throws IOException {
        receiver.plan(Follower.answering(call -> Reply.of(200, "").after(WORK)));
        try (ServerProcess left = ServerProcess.start(one, settings());
                ServerProcess right = ServerProcess.start(other, settings())) {
            Follower follower = new Follower(left, one);
            ObjectNode made = follower.subscribe(receiver.origin() + "/diary");
            follower.becomes(made, "active");
            List<Api> nodes = List.of(new Api(left, one), new Api(right, other));
            for (int i = 0; i < CASES; i++) {
                HttpResponse<String> created = nodes.get(i % nodes.size()).create(UUID.randomUUID());
                assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
            }
            Map<String, String> feed = follower.feed();
            Follower.until(
                    "every event", () -> Follower.events(receiver, "/diary").size() >= feed.size());

            List<Call> events = Follower.events(receiver, "/diary");
            assertThat(events.stream().map(call -> call.headers().getFirst("webhook-id")))
                    .hasSize(feed.size())
                    .doesNotHaveDuplicates();
            Follower.inOrder(events);
        }
    }

    private Map<String, String> settings() {
        Map<String, String> all = new HashMap<>(database);
        all.putAll(Follower.settings(receiver));
        return all;
    }
}
