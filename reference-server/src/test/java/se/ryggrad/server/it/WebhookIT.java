package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.core.json.JsonTree.ObjectNode;
import se.ryggrad.server.it.PlayedOperator.Call;
import se.ryggrad.server.it.PlayedOperator.Reply;

/** Sends events of the running server to receivers that the test plays (EVT-009 to EVT-029). */
class WebhookIT {
    private static final Duration FOR_EVER = Duration.ofMinutes(10);
    private static final int CASES = 12;

    @AutoClose
    private static final PlayedOperator RECEIVERS = new PlayedOperator();

    @TempDir
    private static Path data;

    @AutoClose
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(data, Follower.settings(RECEIVERS));
    }

    @BeforeEach
    void takeEverything() {
        RECEIVERS.plan(Follower.answering(call -> Reply.of(200, "")));
    }

    @Test
    void showsTheSecretOnceAndOffersTheTerms() throws IOException {
        Follower follower = new Follower(server, data);
        ObjectNode made = follower.subscribe(url("/once"));
        follower.becomes(made, "active");

        assertThat(made.text("secret").orElseThrow()).startsWith("whsec_");
        assertThat(follower.read(made).member("secret")).isEmpty();
        assertThat(follower.system().get("/subscriptions").body())
                .contains(made.text("id").orElseThrow())
                .doesNotContain("whsec_");
        assertThat(Client.nobody(server).get("/capabilities").body())
                .contains("\"webhooks\":{\"firstRetry\":\"PT0.05S\",\"giveUpAfter\":\"PT72H\",\"perClient\":100}");
        assertThat(server.log()).doesNotContain("whsec_");
        end(follower, made);
    }

    @Test
    void sendsEachEventAtLeastOnceAndInOrderToAReceiverThatFailsAtTimes() throws IOException {
        Random random = new Random(30);
        Set<String> taken = ConcurrentHashMap.newKeySet();
        RECEIVERS.plan(Follower.answering(call -> {
            boolean fails = random.nextInt(10) < 3;
            if (!fails) {
                taken.add(call.headers().getFirst("webhook-id"));
            }
            return Reply.of(fails ? 500 : 200, "");
        }));
        Follower follower = new Follower(server, data);
        ObjectNode made = follower.subscribe(url("/wavering"));
        Set<String> cases = write();

        Follower.until("every event", () -> taken.containsAll(idsOf(follower, cases)));

        List<Call> events = Follower.events(RECEIVERS, "/wavering");
        Follower.verify(events, made, follower.feed());
        Follower.inOrder(events);
        follower.becomes(made, "active");
        Follower.until(
                "nothing waits",
                () -> follower.read(made).member("waitingSince").isEmpty());
        end(follower, made);
    }

    @Test
    void delaysNobodyForAReceiverThatNeverAnswers() throws IOException {
        RECEIVERS.plan(Follower.answering(
                call -> Reply.of(200, "").after(call.path().equals("/dead") ? FOR_EVER : Duration.ZERO)));
        Follower follower = new Follower(server, data);
        ObjectNode dead = follower.subscribe(url("/dead"));
        ObjectNode well = follower.subscribe(url("/well"));
        follower.becomes(dead, "active");
        write();
        Follower.until(
                "the dead is called", () -> !Follower.events(RECEIVERS, "/dead").isEmpty());

        long begun = System.nanoTime();
        Set<String> cases = write();
        Follower.until(
                "every event at the other",
                () -> Follower.events(RECEIVERS, "/well").stream()
                        .map(call -> call.headers().getFirst("webhook-id"))
                        .collect(Collectors.toSet())
                        .containsAll(idsOf(follower, cases)));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
        end(follower, dead);
        end(follower, well);
        assertThat(follower.system().get(Follower.path(dead)).statusCode()).isEqualTo(404);
    }

    @Test
    void pausesWhoeverIsGoneAndGoesOnWhenResumed() throws IOException {
        RECEIVERS.plan(Follower.answering(call -> Reply.of(410, "")));
        Follower follower = new Follower(server, data);
        ObjectNode made = follower.subscribe(url("/gone"));
        follower.becomes(made, "active");
        Set<String> cases = write();
        follower.becomes(made, "paused");
        RECEIVERS.plan(Follower.answering(call -> Reply.of(200, "")));
        int before = Follower.events(RECEIVERS, "/gone").size();

        HttpResponse<String> resumed =
                follower.system().post(Follower.path(made) + "/actions", "{\"action\":\"resume\"}");

        assertThat(resumed.statusCode()).as(resumed.body()).isEqualTo(200);
        Follower.until(
                "every event",
                () -> Follower.events(RECEIVERS, "/gone").stream()
                        .skip(before)
                        .map(call -> call.headers().getFirst("webhook-id"))
                        .collect(Collectors.toSet())
                        .containsAll(idsOf(follower, cases)));
        end(follower, made);
    }

    @Test
    void opensNoConnectionToAnAddressThatIsNotPublic() throws IOException {
        Follower follower = new Follower(server, data);
        String port = RECEIVERS.origin().substring(RECEIVERS.origin().lastIndexOf(':'));
        for (String host : List.of("127.0.0.1", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "localhost")) {
            HttpResponse<String> refused =
                    follower.system().post("/subscriptions", "{\"url\":\"https://" + host + port + "/inside\"}");

            assertThat(refused.statusCode()).as(host).isEqualTo(422);
            assertThat(refused.body()).contains("address-refused", "/url");
        }
        assertThat(follower.system()
                        .post("/subscriptions", "{\"url\":\"http://2130706433" + port + "/inside\"}")
                        .body())
                .contains("\"format\"");
        assertThat(Client.person(server, data).get("/subscriptions").statusCode())
                .isEqualTo(403);
        assertThat(Follower.events(RECEIVERS, "/inside")).isEmpty();
    }

    private static String url(String path) {
        return RECEIVERS.origin() + path;
    }

    private static void end(Follower follower, ObjectNode made) throws IOException {
        assertThat(follower.system().delete(Follower.path(made)).statusCode()).isEqualTo(204);
    }

    /** Writes some cases, with a message in each, and returns their ids. */
    private static Set<String> write() throws IOException {
        Api api = new Api(server, data);
        Set<String> cases = new HashSet<>();
        for (int i = 0; i < CASES; i++) {
            HttpResponse<String> created = api.create(UUID.randomUUID());
            assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
            String location = created.headers().firstValue("Location").orElseThrow();
            assertThat(api.message(location, UUID.randomUUID()).statusCode()).isEqualTo(200);
            cases.add(location.substring(location.lastIndexOf('/') + 1));
        }
        return cases;
    }

    private static Set<String> idsOf(Follower follower, Set<String> cases) throws IOException {
        Set<String> ids = follower.feed().entrySet().stream()
                .filter(item -> cases.stream().anyMatch(item.getValue()::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(ids).hasSizeGreaterThanOrEqualTo(2 * CASES);
        return ids;
    }
}
