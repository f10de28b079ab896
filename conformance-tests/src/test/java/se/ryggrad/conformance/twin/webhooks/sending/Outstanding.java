package se.ryggrad.conformance.twin.webhooks.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.node.ObjectNode;

/** An event that a receiver has not taken yet; guarded by the lock of the world. */
final class Outstanding {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final ObjectNode event;
    private final Instant since = Instant.now();
    private Instant due = Instant.EPOCH;
    private int failures;
    private boolean underWay;
    private boolean refused;

    Outstanding(ObjectNode event) {
        this.event = event;
    }

    /** Returns the id that its calls have. */
    String id(TwinSettings settings) {
        String id = event.path("id").asString();
        if (failures > 0 && settings.breaks(Fault.EVT_024_B)) {
            return UUID.randomUUID().toString();
        }
        return settings.breaks(Fault.EVT_022_B) ? "msg_" + id : id;
    }

    /** Returns what its calls hold. */
    byte[] octets(TwinSettings settings) {
        var body = event.deepCopy();
        if (failures > 0 && settings.breaks(Fault.EVT_024_H)) {
            body.put("attempt", failures + 1);
        }
        if (settings.breaks(Fault.EVT_022_C)) {
            body.remove("traceparent");
        }
        return Json.bytes(body);
    }

    /** Returns the time that a call says. */
    Instant time(TwinSettings settings) {
        return settings.breaks(Fault.EVT_020_G) ? since : Instant.now();
    }

    String caseId() {
        return event.path("subject").asString();
    }

    boolean isUnderWay() {
        return underWay;
    }

    boolean isDue(Instant now) {
        return !underWay && !due.isAfter(now);
    }

    boolean hasFailed() {
        return failures > 0;
    }

    /** Tells whether the receiver said that it is gone when it came. */
    boolean isRefused() {
        return refused;
    }

    void begin() {
        underWay = true;
    }

    void end() {
        underWay = false;
    }

    void refuse() {
        refused = true;
    }

    /** Lets it go at once. */
    void hasten() {
        due = Instant.EPOCH;
        refused = false;
    }

    /** Puts it off after a failure. */
    void fail(Instant now, TwinSettings settings) {
        int doublings = settings.breaks(Fault.EVT_024_D) ? 0 : Math.min(failures, 20);
        var wait = WebhookOffer.FIRST_RETRY.multipliedBy(1L << doublings);
        failures++;
        due = settings.breaks(Fault.EVT_024_C) ? now : now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }
}
