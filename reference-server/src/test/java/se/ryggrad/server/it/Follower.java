package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import se.ryggrad.core.contract.Signatures;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.JsonTree.ObjectNode;
import se.ryggrad.server.it.PlayedOperator.Call;
import se.ryggrad.server.it.PlayedOperator.Reply;

/** Subscribes to events at a running server, and knows what a receiver has got. */
final class Follower {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Client system;

    Follower(ServerProcess server, Path data) {
        this.system = Client.system(server, data, "events:read");
    }

    /** Returns the settings by which a server sends to {@code operator}, and tries again soon. */
    static Map<String, String> settings(PlayedOperator operator) {
        return Map.of(
                "ryggrad.webhooks", "true",
                "ryggrad.webhooks.first-retry", "PT0.05S",
                "ryggrad.webhooks.origins", operator.origin());
    }

    /** Returns the plan of receivers that answer their challenge, and events by {@code events}. */
    static Function<Call, Reply> answering(Function<Call, Reply> events) {
        return call -> challenge(call)
                ? Reply.of(
                        200,
                        "{\"challenge\":\"" + call.content().text("challenge").orElseThrow() + "\"}")
                : events.apply(call);
    }

    static boolean challenge(Call call) {
        return call.content().text("challenge").isPresent();
    }

    Client system() {
        return system;
    }

    /** Subscribes to everything that happens from now on. */
    ObjectNode subscribe(String url) throws IOException {
        HttpResponse<String> made = system.post("/subscriptions", "{\"url\":\"" + url + "\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return SentMessages.parsed(made);
    }

    /** Waits until the subscription has {@code state}. */
    void becomes(ObjectNode subscription, String state) throws IOException {
        until(
                "state " + state,
                () -> read(subscription).text("state").orElseThrow().equals(state));
    }

    ObjectNode read(ObjectNode subscription) throws IOException {
        return SentMessages.parsed(system.get(path(subscription)));
    }

    static String path(ObjectNode subscription) {
        return "/subscriptions/" + subscription.text("id").orElseThrow();
    }

    /** Returns the items of the whole feed, each by its id, in their order and their own octets. */
    Map<String, String> feed() throws IOException {
        Map<String, String> items = new LinkedHashMap<>();
        String after = "";
        List<JsonTree> page;
        do {
            ObjectNode slice = SentMessages.parsed(system.get("/events?limit=100" + after));
            page = slice.items("items");
            page.forEach(item -> items.put(id(item), item.json().text()));
            after = "&after=" + slice.text("next").orElseThrow();
        } while (!page.isEmpty());
        return items;
    }

    private static String id(JsonTree item) {
        return item.asObject().orElseThrow().text("id").orElseThrow();
    }

    /** Returns the events that came, in order, each as often as it came. */
    static List<Call> events(PlayedOperator operator, String path) {
        return operator.calls().stream()
                .filter(call -> call.path().equals(path) && !challenge(call))
                .toList();
    }

    /** Checks that every call is signed by the secret, as the public library verifies, and says what the feed does. */
    static void verify(List<Call> calls, ObjectNode subscription, Map<String, String> feed) {
        String secret = subscription.text("secret").orElseThrow();
        assertThat(calls).isNotEmpty().allSatisfy(call -> {
            String id = call.headers().getFirst("webhook-id");
            assertThat(call.body()).isEqualTo(feed.get(id));
            assertThat(call.headers().getFirst("Content-Type")).isEqualTo("application/cloudevents+json");
            assertThat(Signatures.signed(secret, call.headers(), call.body())).isTrue();
        });
    }

    /** Checks that each case's events were taken in order: none came before the one before it was answered well. */
    static void inOrder(List<Call> calls) {
        Map<String, List<Long>> sequences = new LinkedHashMap<>();
        calls.forEach(call -> sequences
                .computeIfAbsent(call.content().text("subject").orElseThrow(), subject -> new ArrayList<>())
                .add(Long.parseLong(call.content()
                        .object("data")
                        .flatMap(data -> data.member("sequence"))
                        .orElseThrow()
                        .json()
                        .text())));
        assertThat(sequences.values())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each).isSorted());
    }

    /** Waits until {@code wanted}. */
    static void until(String what, Callable<Boolean> wanted) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!wanted.call()) {
                assertThat(System.nanoTime()).as(what).isLessThan(end);
                SentMessages.pause();
            }
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
