package se.ryggrad.api.messaging.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells how it goes with one channel of a message.
 *
 * @param channel the channel
 * @param delivery what it knows the message as, from the first try on
 * @param given whether it was given the message, and so knows {@code delivery}
 * @param at when it was first tried, in milliseconds
 * @param outcome how it went
 * @param tries how many rounds of question and delivery were begun
 * @param reason why it did not deliver; present when the outcome is unreachable or failed, and only then
 */
public record Attempt(
        ChannelId channel,
        DeliveryId delivery,
        boolean given,
        Instant at,
        Outcome outcome,
        int tries,
        Optional<Reason> reason) {

    /** Rejects absent parts, fewer tries than none, and a reason without need or a lack of one. */
    public Attempt {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(at, "at");
        if (tries < 0 || outcome.over() != reason.isPresent()) {
            throw new IllegalArgumentException("a reason when a channel did not deliver, tries from 0");
        }
    }

    /** Creates the first try of a channel, which has not been given the message yet. */
    public static Attempt first(ChannelId channel, DeliveryId delivery, Instant at) {
        return new Attempt(channel, delivery, false, at, Outcome.TRYING, 1, Optional.empty());
    }

    /** Returns what the channel knows the message as; nothing before it was given it. */
    public Optional<DeliveryId> knownAs() {
        return given ? Optional.of(delivery) : Optional.empty();
    }

    /** Returns the same attempt at its next try. */
    public Attempt again() {
        return tried(tries + 1);
    }

    /** Returns the same attempt with another number of tries. */
    public Attempt tried(int number) {
        return new Attempt(channel, delivery, given, at, outcome, number, reason);
    }

    /** Returns the same attempt of a channel that was given the message. */
    public Attempt handed() {
        return new Attempt(channel, delivery, true, at, outcome, tries, reason);
    }

    /** Returns the same attempt going well. */
    public Attempt ended(Outcome well) {
        return new Attempt(channel, delivery, given, at, well, tries, Optional.empty());
    }

    /** Returns the same attempt when the channel did not deliver. */
    public Attempt ended(Outcome badly, Reason why) {
        return new Attempt(channel, delivery, given, at, badly, tries, Optional.of(why));
    }
}
