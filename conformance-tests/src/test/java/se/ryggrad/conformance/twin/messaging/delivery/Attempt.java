package se.ryggrad.conformance.twin.messaging.delivery;

import java.time.Instant;
import java.util.Set;
import se.ryggrad.conformance.twin.Channel;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.node.ObjectNode;

/** What became of a message at one channel; guarded by the lock of its world. */
public final class Attempt {

    /** Why a channel was not or could not be used. */
    public static final Set<String> REASONS = Set.of(
            "reserved",
            "no-mailbox",
            "invalid-address",
            "bounced",
            "rejected",
            "expired",
            "deceased",
            "emigrated",
            "channel-unavailable");

    private final Channel channel;
    private Instant at;
    private ObjectNode recipient = Json.object();
    private String delivery = "";
    private String outcome = "trying";
    private String reason = "";
    private int tries;

    Attempt(Channel channel, Instant at) {
        this.channel = channel;
        this.at = at;
    }

    /** Returns the channel. */
    public Channel channel() {
        return channel;
    }

    /** Returns when the channel was first called. */
    public Instant at() {
        return at;
    }

    void at(Instant other) {
        at = other;
    }

    ObjectNode recipient() {
        return recipient;
    }

    void recipient(ObjectNode who) {
        recipient = who;
    }

    /** Returns the id of the delivery, or empty before the channel was given it. */
    public String delivery() {
        return delivery;
    }

    void delivery(String id) {
        delivery = id;
    }

    /** Returns how many rounds were begun. */
    public int tries() {
        return tries;
    }

    void begun() {
        tries++;
    }

    /** Returns what became of it. */
    public String outcome() {
        return outcome;
    }

    /** Returns why it failed, or empty. */
    public String reason() {
        return reason;
    }

    void ended(String how, String why) {
        outcome = how;
        reason = why;
    }

    boolean is(String... outcomes) {
        return Set.of(outcomes).contains(outcome);
    }

    /** Returns whether the channel is out of question. */
    boolean isLost() {
        return is("unreachable", "failed");
    }
}
