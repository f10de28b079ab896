package se.ryggrad.server.load;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import se.ryggrad.server.it.PlayedOperator;
import se.ryggrad.server.it.PlayedOperator.Call;
import se.ryggrad.server.it.PlayedOperator.Reply;

/**
 * Plays an operator with two channels: the post takes everything, and of the calls to the mailbox three in eight, and one question
 * in ten, go wrong in turn.
 */
final class UnreliableOperator implements AutoCloseable {
    private static final int QUESTIONS_TO_A_FAILURE = 10;
    private static final Duration WORK = Duration.ofMillis(15);
    private static final Duration TOO_LONG = Duration.ofSeconds(11);
    private static final Reply REFUSED = Reply.of(422, "{\"reason\":\"rejected\"}");

    private final PlayedOperator operator = new PlayedOperator();
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicInteger deliveries = new AtomicInteger();
    private final Map<Integer, Set<String>> taken = new ConcurrentHashMap<>();

    /** Begins to answer. */
    UnreliableOperator() {
        operator.plan(this::answer);
    }

    /** Says what becomes of a delivery to the mailbox, and of the answer. */
    private enum Manner {
        /** Is done and answered. */
        SOUND,
        /** Is not done, and answered with 500. */
        FAILING,
        /** Is not done, and the connection ends. */
        SILENT,
        /** Is done, and the answer is lost. */
        LOST,
        /** Is done, and answered after the server has stopped waiting for it. */
        LATE;

        static Manner of(int delivery) {
            if (delivery % 200 == 0) {
                return LATE;
            }
            return switch (delivery % 8) {
                case 1 -> FAILING;
                case 3 -> SILENT;
                case 5 -> LOST;
                default -> SOUND;
            };
        }

        boolean done() {
            return this == SOUND || this == LOST || this == LATE;
        }

        /** Returns the answer to what is {@code right} to answer. */
        Reply instead(Reply right) {
            return switch (this) {
                case SOUND -> right.after(WORK);
                case FAILING -> Reply.of(500, "");
                case SILENT, LOST -> Reply.NONE;
                case LATE -> right.after(TOO_LONG);
            };
        }
    }

    /** Returns the settings of the channels. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(operator.channel(Letters.POST, "letter", Map.of()));
        settings.putAll(operator.channel(Letters.MAILBOX, "letter", Map.of()));
        return settings;
    }

    /** Returns the ids of the deliveries by which the operator has taken the letter {@code number}. */
    Set<String> taken(int number) {
        return Set.copyOf(taken.getOrDefault(number, Set.of()));
    }

    /** Returns every call with a delivery. */
    List<Call> deliveries() {
        return operator.calls().stream().filter(call -> !call.asks()).toList();
    }

    private Reply answer(Call call) {
        boolean mailbox = call.at(Letters.MAILBOX);
        if (call.asks()) {
            boolean fails = mailbox && questions.incrementAndGet() % QUESTIONS_TO_A_FAILURE == 0;
            return fails ? Reply.of(503, "") : PlayedOperator.taken(call);
        }
        int number = Letters.number(call.content().text("subject").orElseThrow());
        Manner manner = mailbox ? Manner.of(deliveries.incrementAndGet()) : Manner.SOUND;
        boolean refused = mailbox && Letters.refused(number);
        if (manner.done() && !refused) {
            taken.computeIfAbsent(number, any -> ConcurrentHashMap.newKeySet()).add(call.delivery());
        }
        return manner.instead(refused ? REFUSED : PlayedOperator.taken(call));
    }

    @Override
    public void close() {
        operator.close();
    }
}
