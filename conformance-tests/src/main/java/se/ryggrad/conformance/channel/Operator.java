package se.ryggrad.conformance.channel;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * The operator of one channel. It reaches everybody and delivers at once, unless it is told otherwise.
 *
 * <p>What it answers is planned for each recipient alone, by identity number, phone or e-mail, so that checks at the same
 * time do not meet; every call is kept under its recipient. Without the right token it answers 401. Safe for many threads.
 */
public final class Operator {

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");

    private final String token;
    private final Map<String, Map<Asked, Deque<Reply>>> plans = new HashMap<>();
    private final Map<String, List<Called>> calls = new HashMap<>();

    Operator(String token) {
        this.token = token;
    }

    /** Plans what is answered about a recipient: the replies in turn, and the last of them from then on. */
    public synchronized void plans(String recipient, Asked asked, Reply... replies) {
        plans.computeIfAbsent(recipient, r -> new HashMap<>()).put(asked, new ArrayDeque<>(List.of(replies)));
    }

    /** Returns the calls about a recipient so far, in order. */
    public synchronized List<Called> calls(String recipient) {
        return List.copyOf(calls.getOrDefault(recipient, List.of()));
    }

    /** Returns every call so far. */
    public synchronized List<Called> calls() {
        return calls.values().stream().flatMap(List::stream).toList();
    }

    /** Waits until the calls about a recipient are what is wanted, or the time is over, and returns them. */
    public synchronized List<Called> await(String recipient, Predicate<List<Called>> wanted, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            long left = atMost.toMillis();
            while (left > 0 && !wanted.test(calls(recipient))) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return calls(recipient);
    }

    /** Answers a call to a path below its address. */
    void answer(HttpExchange exchange, Asked asked) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Called called = Called.of(asked, exchange, body);
        taken(recipient(called), called).play(exchange);
    }

    private synchronized Reply taken(String recipient, Called called) {
        calls.computeIfAbsent(recipient, r -> new ArrayList<>()).add(called);
        notifyAll();
        if (!called.header("authorization").equals("Bearer " + token)) {
            return Reply.of(401);
        }
        Deque<Reply> planned = plans.getOrDefault(recipient, Map.of()).getOrDefault(called.asked(), new ArrayDeque<>());
        Reply next = planned.isEmpty() ? called.asked().good() : planned.getFirst();
        if (planned.size() > 1) {
            planned.removeFirst();
        }
        return next;
    }

    /** A system that names the recipient in another way than it should is answered all the same, and judged for it. */
    private static String recipient(Called called) {
        JsonNode named = called.json().path("recipient");
        for (String pointer : List.of("/identity/value", "/phone", "/email")) {
            String value = named.at(pointer).asString("");
            if (!value.isEmpty()) {
                return value;
            }
        }
        Matcher matcher = NUMBER.matcher(called.target() + " " + called.headers() + " " + Json.write(called.json()));
        return matcher.find() ? matcher.group() : "";
    }
}
