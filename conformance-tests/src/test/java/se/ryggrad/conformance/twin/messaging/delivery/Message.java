package se.ryggrad.conformance.twin.messaging.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.conformance.twin.Channel;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;

/** A message that was taken, and what became of it; guarded by the lock of its world. */
public final class Message {

    private final String id = UUID.randomUUID().toString();
    private final Order order;
    private final String sender;
    private final Instant createdAt;
    private final Instant expiresAt;
    private final TwinSettings settings;
    private final List<Attempt> attempts = new ArrayList<>();
    private boolean over;
    private boolean owed;

    /** Takes an order of a system, or of an officer when the sender is empty. */
    public Message(Order order, String sender, Instant createdAt, TwinSettings settings) {
        this.order = order;
        this.sender = sender;
        this.createdAt = createdAt;
        this.expiresAt = createdAt.plus(order.timeToLive());
        this.settings = settings;
    }

    /** Has its case told when it cannot be delivered. */
    public void tellsCase() {
        owed = true;
    }

    /** Returns once whether its case is to be told now. */
    boolean isToldNow() {
        boolean now = owed && state().equals("undeliverable");
        owed &= !now;
        return now;
    }

    /** By a fault, leaves its case without word. */
    void leavesCase() {
        owed = false;
    }

    /** Returns the id. */
    public String id() {
        return id;
    }

    /** Returns what was asked for. */
    public Order order() {
        return order;
    }

    /** Returns the system that sent it, or empty. */
    public String sender() {
        return sender;
    }

    /** Returns when it was taken. */
    public Instant createdAt() {
        return createdAt;
    }

    /** Returns when it is sent no more. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** Returns what became of it at each channel that was tried, in order. */
    public List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** Returns the channels of the message, in the order in which they are tried. */
    public List<Channel> channels() {
        return order.channels();
    }

    Optional<Channel> next() {
        return attempts.size() < channels().size() ? Optional.of(channels().get(attempts.size())) : Optional.empty();
    }

    /** Returns the channel that stands after that of an attempt. */
    Optional<Channel> after(Attempt attempt) {
        int place = channels().indexOf(attempt.channel()) + 1;
        return place < channels().size() ? Optional.of(channels().get(place)) : Optional.empty();
    }

    Attempt begin(Channel channel, Instant now) {
        var attempt = new Attempt(channel, now);
        attempts.add(attempt);
        return attempt;
    }

    /** Makes it a message that is sent no more. */
    void end() {
        over = true;
    }

    /** Returns the state of the whole. */
    public String state() {
        if (attempts.isEmpty()) {
            return over ? "undeliverable" : "queued";
        }
        var last = attempts.get(attempts.size() - 1);
        boolean early = last.is("trying") && attempts.size() == 1 && settings.breaks(Fault.MSG_013_A);
        boolean told = last.is("accepted") && settings.breaks(Fault.MSG_013_C);
        boolean spoilt = last.is("delivered") && attempts.get(0).isLost() && settings.breaks(Fault.MSG_013_D);
        if (early) {
            return "queued";
        }
        if (last.is("delivered") || told) {
            return spoilt ? "failed" : "delivered";
        }
        return last.isLost() ? lost() : "sending";
    }

    private String lost() {
        boolean expired = over && settings.breaks(Fault.MSG_021_D);
        boolean ended = (over && !expired) || next().isEmpty();
        return ended && !settings.breaks(Fault.MSG_013_B) ? "undeliverable" : "failed";
    }
}
