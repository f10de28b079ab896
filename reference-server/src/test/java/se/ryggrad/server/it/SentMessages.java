package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ryggrad.api.JsonText;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.JsonTree.ObjectNode;

/** Sends messages to a running server as one system, and follows what becomes of them. */
public final class SentMessages {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(30);

    private final Client sender;

    SentMessages(Client sender) {
        this.sender = sender;
    }

    /** Returns a letter about {@code subject} to the person with {@code personnummer} by {@code channels}. */
    public static String letter(String personnummer, String subject, String... channels) {
        return letterTo(identity(personnummer), subject, channels);
    }

    /** Returns a letter about {@code subject} to a party of a case by {@code channels}. */
    public static String letterInCase(String id, String party, String subject, String... channels) {
        return letterTo("{\"case\": \"" + id + "\", \"party\": \"" + party + "\"}", subject, channels);
    }

    private static String letterTo(String to, String subject, String... channels) {
        return """
                {"kind": "letter", "to": %s, "subject": "%s",
                 "body": {"html": "<p>Vi h\\u00e4lsar till <strong>%s</strong>.<br/></p>"}, "channels": [%s]}""".formatted(to, subject, subject, named(channels));
    }

    /** Returns a notice to the person with {@code personnummer} by {@code channels}. */
    static String notice(String personnummer, String... channels) {
        return """
                {"kind": "notice", "to": %s, "channels": [%s]}""".formatted(identity(personnummer), named(channels));
    }

    private static String identity(String personnummer) {
        return "{\"identity\": {\"scheme\": \"personnummer\", \"value\": \"" + personnummer + "\"}}";
    }

    /** Sends {@code message} and returns its id. */
    String send(String message) throws IOException {
        HttpResponse<String> answer = sender.post("/messages", message);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return parsed(answer).text("id").orElseThrow();
    }

    /** Returns the message as it is now. */
    ObjectNode read(String id) throws IOException {
        HttpResponse<String> answer = sender.get("/messages/" + id);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return parsed(answer);
    }

    /** Waits until the message has {@code state}, and returns it. */
    ObjectNode becomes(String id, String state) throws IOException {
        return becomes(id, message -> message.text("state").orElseThrow().equals(state));
    }

    /** Waits until the message is as {@code wanted}, and returns it. */
    ObjectNode becomes(String id, Predicate<ObjectNode> wanted) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        ObjectNode now = read(id);
        while (!wanted.test(now)) {
            assertThat(System.nanoTime()).as(now.toString()).isLessThan(end);
            pause();
            now = read(id);
        }
        return now;
    }

    /** Returns channel, outcome, reason and tries of each attempt of {@code message}. */
    static List<String> attempts(ObjectNode message) {
        return message.items("attempts").stream()
                .map(item -> item.asObject().orElseThrow())
                .map(attempt -> Stream.of(
                                attempt.text("channel"),
                                attempt.text("outcome"),
                                attempt.text("reason"),
                                attempt.member("tries")
                                        .map(tries -> tries.json().text()))
                        .flatMap(part -> part.stream())
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** Returns the id of the delivery of the attempt that is number {@code index}. */
    static String delivery(ObjectNode message, int index) {
        return message.items("attempts")
                .get(index)
                .asObject()
                .flatMap(attempt -> attempt.text("delivery"))
                .orElseThrow();
    }

    /** Returns what was answered. */
    public static ObjectNode parsed(HttpResponse<String> answer) {
        return JsonTree.parse(new JsonText(answer.body())).asObject().orElseThrow();
    }

    /** Waits a moment before something is looked at again. */
    public static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String named(String... channels) {
        return Stream.of(channels).map(id -> "\"" + id + "\"").collect(Collectors.joining(", "));
    }
}
