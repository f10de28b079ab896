package se.ryggrad.server.load;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import se.ryggrad.server.it.PostgresServer;
import se.ryggrad.server.it.SentMessages;

/**
 * Kills a server while messages are sent and cases are created, and counts whether anything that was accepted is missing, and whether
 * each message was delivered once (MSG-038).
 */
public final class KillLoad {
    private static final String USAGE = "KillLoad [h2|postgresql [messages [kills]]]";
    private static final int MESSAGES = 2000;
    private static final int KILLS = 10;
    private static final int SENDERS = 8;
    private static final int LATEST_MILLIS = 200;

    private final MortalServer server;
    private final UnreliableOperator operator;
    private final Ledger ledger;

    private KillLoad(MortalServer server, UnreliableOperator operator, Ledger ledger) {
        this.server = server;
        this.operator = operator;
        this.ledger = ledger;
    }

    /** Kills, and prints what it counted; ends with 1 when a count that must be 0 is not. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        String database = arguments.length > 0 ? arguments[0] : "h2";
        int messages = arguments.length > 1 ? Integer.parseInt(arguments[1]) : MESSAGES;
        int kills = arguments.length > 2 ? Integer.parseInt(arguments[2]) : KILLS;
        List<Reckoning.Figure> figures;
        try (UnreliableOperator operator = new UnreliableOperator();
                MortalServer server = new MortalServer(settings(database, operator))) {
            Ledger ledger = new Ledger(messages);
            new KillLoad(server, operator, ledger).run(kills);
            figures = new Reckoning(server, ledger, operator).figures();
        }
        System.out.printf("%n%s, killed %d times%n", database, kills);
        figures.forEach(each -> System.out.printf(
                "%6d  %s%s%n", each.count(), each.name(), each.allowed() ? "" : each.wrong() ? ": WRONG" : ": right"));
        System.exit(figures.stream().anyMatch(Reckoning.Figure::wrong) ? 1 : 0);
    }

    private static Map<String, String> settings(String database, UnreliableOperator operator) {
        Map<String, String> settings = new HashMap<>(
                switch (database) {
                    case "h2" -> Map.of();
                    case "postgresql" -> PostgresServer.settings();
                    default -> throw new IllegalArgumentException(USAGE);
                });
        settings.put("ryggrad.messages.tries", "20");
        settings.put("ryggrad.messages.first-retry", "PT0.1S");
        settings.put("ryggrad.messages.notice-link", "https://minasidor.example.se/");
        settings.putAll(operator.settings());
        return settings;
    }

    private void run(int kills) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<Void>> senders = IntStream.range(0, SENDERS)
                    .mapToObj(any -> threads.submit(new Sender(server, ledger)))
                    .toList();
            for (int kill = 1; kill <= kills; kill++) {
                await(ledger.messages() * kill / (kills + 1), senders);
                Thread.sleep(ThreadLocalRandom.current().nextInt(LATEST_MILLIS));
                System.out.printf("kill %d of %d: %s%n", kill, kills, state());
                server.kill();
            }
            for (Future<Void> sender : senders) {
                sender.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Waits until {@code many} messages were answered; whatever a sender has failed by ends the wait. */
    private void await(int many, List<Future<Void>> senders) throws InterruptedException, ExecutionException {
        while (ledger.size() + ledger.refused() < many) {
            for (Future<Void> sender : senders) {
                if (sender.isDone()) {
                    sender.get();
                }
            }
            SentMessages.pause();
        }
    }

    private String state() {
        Map<Integer, Accepted> accepted = ledger.accepted();
        long waiting = accepted.keySet().stream()
                .filter(number -> operator.taken(number).isEmpty())
                .count();
        return accepted.size() + " messages accepted, " + waiting + " of them not yet taken by the operator";
    }
}
