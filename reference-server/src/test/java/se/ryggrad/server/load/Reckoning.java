package se.ryggrad.server.load;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.JsonTree.ObjectNode;
import se.ryggrad.server.it.PlayedOperator.Call;
import se.ryggrad.server.it.SentMessages;

/** Counts in the end what is there of what was accepted, and what the operator got. */
final class Reckoning {
    private static final Set<String> UNDER_WAY = Set.of("queued", "sending");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final MortalServer server;
    private final Ledger ledger;
    private final UnreliableOperator operator;
    private final Map<Integer, ObjectNode> messages = new HashMap<>();

    Reckoning(MortalServer server, Ledger ledger, UnreliableOperator operator) {
        this.server = server;
        this.ledger = ledger;
        this.operator = operator;
    }

    /** Waits until nothing is under way any more, and counts. */
    List<Figure> figures() throws IOException {
        settle();
        List<Call> deliveries = operator.deliveries();
        Map<String, List<Call>> byId = deliveries.stream().collect(Collectors.groupingBy(Call::delivery));
        return Stream.of(sent(), atTheOperator(deliveries.size(), byId.size()), faults(byId))
                .flatMap(List::stream)
                .toList();
    }

    private List<Figure> sent() {
        return List.of(
                Figure.seen("messages to send, each under a key of its own", ledger.messages()),
                Figure.seen("messages accepted (202)", ledger.size()),
                Figure.seen("cases accepted (201)", ledger.cases().size()),
                Figure.seen("requests cut off by a kill, and sent again under their key", server.unanswered()),
                Figure.seen("requests answered with 503, and sent again under their key", server.busy()));
    }

    private List<Figure> atTheOperator(int calls, int ids) {
        long taken = ledger.accepted().keySet().stream()
                .mapToLong(number -> operator.taken(number).size())
                .sum();
        return List.of(
                Figure.seen("calls with a delivery at the operator", calls),
                Figure.seen("of them with a delivery id that had come before", calls - ids),
                Figure.seen("distinct delivery ids", ids),
                Figure.seen("of them taken by the operator, the others refused for good", taken));
    }

    private List<Figure> faults(Map<String, List<Call>> byId) throws IOException {
        Map<Integer, Accepted> accepted = ledger.accepted();
        Map<Integer, Map<String, Set<String>>> channels = channels(byId);
        return List.of(
                Figure.fault("messages and cases that were refused", ledger.refused()),
                Figure.fault("accepted messages that are missing", accepted.size() - messages.size()),
                Figure.fault("accepted cases that are missing", missing(ledger.cases())),
                Figure.fault("keys that are answered otherwise than at first", changed(accepted)),
                Figure.fault("messages that did not end delivered", undelivered()),
                Figure.fault("delivery ids with more than one content", contents(byId)),
                Figure.fault(
                        "messages with other than one delivery id at each channel that was tried",
                        messages.entrySet().stream()
                                .filter(message -> !tried(message.getValue())
                                        .equals(channels.getOrDefault(message.getKey(), Map.of())))
                                .count()),
                Figure.fault(
                        "messages taken by other than one delivery id",
                        accepted.keySet().stream()
                                .filter(number -> operator.taken(number).size() != 1)
                                .count()));
    }

    /** Reads each message until it is no longer under way, or patience ends. */
    private void settle() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (Map.Entry<Integer, Accepted> each : ledger.accepted().entrySet()) {
            HttpResponse<String> found = each.getValue().read(server);
            while (underWay(found) && System.nanoTime() < end) {
                SentMessages.pause();
                found = each.getValue().read(server);
            }
            if (found.statusCode() == 200) {
                messages.put(each.getKey(), SentMessages.parsed(found));
            }
        }
    }

    private static boolean underWay(HttpResponse<String> message) {
        return message.statusCode() == 200 && UNDER_WAY.contains(state(SentMessages.parsed(message)));
    }

    private static String state(ObjectNode message) {
        return message.text("state").orElseThrow();
    }

    private long undelivered() {
        return messages.values().stream()
                .filter(message -> !state(message).equals("delivered"))
                .count();
    }

    private int missing(List<Accepted> made) throws IOException {
        int missing = 0;
        for (Accepted each : made) {
            HttpResponse<String> found = each.read(server);
            if (found.statusCode() != 200
                    || !SentMessages.parsed(found).text("id").orElse("").equals(each.id())) {
                missing++;
            }
        }
        return missing;
    }

    private int changed(Map<Integer, Accepted> accepted) throws IOException {
        int changed = 0;
        for (Accepted each : Stream.concat(accepted.values().stream(), ledger.cases().stream())
                .toList()) {
            if (!each.answeredAsBefore(server)) {
                changed++;
            }
        }
        return changed;
    }

    private static long contents(Map<String, List<Call>> byId) {
        return byId.values().stream()
                .filter(calls -> calls.stream()
                                .map(call -> call.path() + call.body())
                                .distinct()
                                .count()
                        > 1)
                .count();
    }

    /** Returns the ids of deliveries that came to each channel, by the number of the letter. */
    private static Map<Integer, Map<String, Set<String>>> channels(Map<String, List<Call>> byId) {
        return byId.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(
                        call -> Letters.number(call.content().text("subject").orElseThrow()),
                        Collectors.groupingBy(
                                call -> call.at(Letters.MAILBOX) ? Letters.MAILBOX : Letters.POST,
                                Collectors.mapping(Call::delivery, Collectors.toSet()))));
    }

    /** Returns the id that {@code message} says to have had at each channel. */
    private static Map<String, Set<String>> tried(ObjectNode message) {
        return message.items("attempts").stream()
                .flatMap(attempt -> attempt.asObject().stream())
                .collect(Collectors.toMap(
                        attempt -> attempt.text("channel").orElseThrow(),
                        attempt -> attempt.at("/delivery").flatMap(JsonTree::asText).stream()
                                .collect(Collectors.toSet())));
    }

    /**
     * Is a line of the account.
     *
     * @param name what was counted
     * @param count how many there are
     * @param allowed whether there may be any
     */
    record Figure(String name, long count, boolean allowed) {
        static Figure seen(String name, long count) {
            return new Figure(name, count, true);
        }

        static Figure fault(String name, long count) {
            return new Figure(name, count, false);
        }

        /** Tells whether there are some that may not be. */
        boolean wrong() {
            return !allowed && count != 0;
        }
    }
}
