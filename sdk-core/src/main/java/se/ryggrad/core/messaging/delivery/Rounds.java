package se.ryggrad.core.messaging.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import se.ryggrad.api.messaging.MessageTerms;
import se.ryggrad.api.messaging.channel.Handover;
import se.ryggrad.api.messaging.channel.Silence;
import se.ryggrad.api.messaging.model.Attempt;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.DeliveryId;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.Outcome;
import se.ryggrad.api.messaging.model.Reason;
import se.ryggrad.api.messaging.model.Report;

/**
 * Says what becomes of a message with everything that happens to it: a message and what happened give the message afterwards
 * (MSG-013, MSG-015 to MSG-021, MSG-026 to MSG-028). Thread-safe, and without state.
 *
 * <p>At most one channel is under way at any time, and the last that was tried tells how far the message has got. What happens
 * late, twice or in another order than it was done changes nothing that is settled.
 */
public final class Rounds {

    private final MessageTerms.Limits limits;
    private final Supplier<DeliveryId> ids;

    /**
     * Creates the machine.
     *
     * @param ids gives a new delivery id each time
     */
    public Rounds(MessageTerms.Limits limits, Supplier<DeliveryId> ids) {
        this.limits = limits;
        this.ids = ids;
    }

    /** Takes a new message up: by the inbox at once, else it is due now. */
    public Message takeUp(Message message, Instant now) {
        return onward(message, now);
    }

    /**
     * Begins a round of a message that is due: afterwards the last attempt is trying and counts the round, or nothing is to be
     * done any more.
     *
     * @param lapsed whether the round before was never ended: nobody knows whether the channel was called, and it counts as one
     *     with this
     */
    public Message begin(Message message, boolean lapsed, Instant now) {
        if (message.tellsCase()) {
            return message;
        }
        Optional<Attempt> last = message.last();
        if (last.isPresent() && last.get().outcome() == Outcome.TRYING) {
            return again(message, last.get(), lapsed, now);
        }
        boolean waits = last.map(attempt -> attempt.outcome().over()).orElse(true);
        return waits ? first(onward(message, now), now) : message.dueAt(Optional.empty());
    }

    /** Notes that the case was told that its letter cannot be delivered; nothing is due for it any more. */
    public Message reported(Message message) {
        Message told = message.reported(Report.MADE);
        return message.tellsCase() ? told.dueAt(Optional.empty()) : told;
    }

    /**
     * Ends a round.
     *
     * @param message as it is now, perhaps with receipts since the round began
     * @param round what the channel knew the message as
     */
    public Message end(Message message, DeliveryId round, RoundResult result, Instant now) {
        return message.last()
                .filter(last -> last.delivery().equals(round) && last.outcome() == Outcome.TRYING)
                .map(last -> end(message, last, result, now))
                .orElse(message);
    }

    /**
     * Notes a receipt (MSG-026, MSG-027).
     *
     * @param failure why it was not delivered; absent when it was
     */
    public Message told(Message message, DeliveryId delivery, Optional<Reason> failure, Instant now) {
        return message.attempt(delivery)
                .filter(attempt -> open(message, attempt, failure))
                .map(attempt -> failure.map(reason -> over(message, attempt.handed(), Outcome.FAILED, reason, now))
                        .orElseGet(() -> well(message, attempt.handed(), Outcome.DELIVERED)))
                .orElse(message);
    }

    /** Returns whether a receipt still says something: what is over stays so, but what expired can have been delivered. */
    private static boolean open(Message message, Attempt attempt, Optional<Reason> failure) {
        boolean expired = attempt.reason().equals(Optional.of(Reason.EXPIRED))
                && message.last().equals(Optional.of(attempt));
        return !attempt.outcome().over() || (expired && failure.isEmpty());
    }

    private Message again(Message message, Attempt last, boolean lapsed, Instant now) {
        if (expired(message, now)) {
            return ended(message, last, now);
        }
        if (lapsed) {
            return message;
        }
        return last.tries() < limits.tries()
                ? replaced(message, last.again(), message.due())
                : begin(over(message, last, Outcome.FAILED, Reason.CHANNEL_UNAVAILABLE, now), false, now);
    }

    /** Begins the first round at the channel whose turn it is, if the message still waits for one. */
    private Message first(Message message, Instant now) {
        return message.due()
                .filter(due -> !message.tellsCase())
                .flatMap(due -> message.next()
                        .map(channel -> added(message, Attempt.first(channel, ids.get(), now), Optional.of(due))))
                .orElse(message);
    }

    private Message end(Message message, Attempt last, RoundResult result, Instant now) {
        if (result instanceof RoundResult.Unwanted) {
            return over(message, last.tried(last.tries() - 1), Outcome.UNREACHABLE, Reason.RESERVED, now);
        }
        if (result instanceof RoundResult.Unreached unreached) {
            return over(message, last, Outcome.UNREACHABLE, unreached.reason(), now);
        }
        if (result instanceof RoundResult.Unanswered unanswered) {
            return silent(message, last, unanswered.silence(), now);
        }
        return given(message, last.handed(), ((RoundResult.Given) result).answer(), now);
    }

    private Message given(Message message, Attempt last, Handover answer, Instant now) {
        if (answer instanceof Handover.Delivered) {
            return well(message, last, Outcome.DELIVERED);
        }
        if (answer instanceof Handover.Accepted) {
            return well(message, last, Outcome.ACCEPTED);
        }
        if (answer instanceof Handover.Refused refused) {
            return over(message, last, Outcome.FAILED, refused.reason(), now);
        }
        return silent(message, last, (Silence) answer, now);
    }

    /** Tries once more, later, as long as there are tries and time (MSG-020, MSG-021). */
    private Message silent(Message message, Attempt last, Silence silence, Instant now) {
        if (expired(message, now)) {
            return ended(message, last, now);
        }
        if (last.tries() >= limits.tries()) {
            return over(message, last, Outcome.FAILED, Reason.CHANNEL_UNAVAILABLE, now);
        }
        Instant then = now.plus(pause(last.tries(), silence));
        return replaced(message, last, Optional.of(then.isBefore(message.expiresAt()) ? then : message.expiresAt()));
    }

    private Duration pause(int tries, Silence silence) {
        Duration own = limits.firstRetry().multipliedBy(1L << Math.max(0, tries - 1));
        return silence.retryAfter().filter(asked -> asked.compareTo(own) > 0).orElse(own);
    }

    private static Message well(Message message, Attempt attempt, Outcome outcome) {
        Message after = replaced(message, attempt.ended(outcome), Optional.empty());
        return after.tellsCase() ? after.reported(Report.OWED) : after;
    }

    private Message over(Message message, Attempt attempt, Outcome outcome, Reason reason, Instant now) {
        return onward(replaced(message, attempt.ended(outcome, reason), message.due()), now);
    }

    /** Ends the message for good where it is under way: its time has passed (MSG-021). */
    private static Message ended(Message message, Attempt attempt, Instant now) {
        return undeliverable(replaced(message, attempt.ended(Outcome.FAILED, Reason.EXPIRED), Optional.empty()), now);
    }

    /** Goes to no channel any more; a case that wants to know is to be told now (MSG-042). */
    private static Message undeliverable(Message message, Instant now) {
        boolean owed = message.report().filter(far -> far != Report.MADE).isPresent();
        return owed ? message.reported(Report.DUE).dueAt(Optional.of(now)) : message.dueAt(Optional.empty());
    }

    /**
     * Goes on to the channel whose turn it is: the inbox has the letter at once, any other makes the message due. When the
     * time has passed no other is tried (MSG-021).
     */
    private Message onward(Message message, Instant now) {
        Optional<ChannelId> next = message.next();
        if (next.isEmpty() || expired(message, now)) {
            return undeliverable(message, now);
        }
        if (next.get().equals(ChannelId.MINA_SIDOR)) {
            Attempt inbox = Attempt.first(next.get(), ids.get(), now).handed();
            return added(message, inbox.ended(Outcome.DELIVERED), Optional.empty());
        }
        return message.dueAt(Optional.of(now));
    }

    private static boolean expired(Message message, Instant now) {
        return !now.isBefore(message.expiresAt());
    }

    private static Message added(Message message, Attempt attempt, Optional<Instant> due) {
        List<Attempt> attempts = new ArrayList<>(message.attempts());
        attempts.add(attempt);
        return message.with(attempts, due);
    }

    private static Message replaced(Message message, Attempt attempt, Optional<Instant> due) {
        List<Attempt> attempts = message.attempts().stream()
                .map(each -> each.channel().equals(attempt.channel()) ? attempt : each)
                .toList();
        return message.with(attempts, due);
    }
}
